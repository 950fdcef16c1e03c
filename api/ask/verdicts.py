"""The sentence over the lines of an answer: how much there is, or yes, no, and not as a fact."""

from collections.abc import Sequence

from api.ask.records import AnswerLine, Asks
from api.ask.resolving import Resolved
from api.ask.wording import Phrases, counts_in_words, label, phrases
from graph.ontology import load_ontology
from graph.records import Factuality


def headline(asked: Resolved, lines: Sequence[AnswerLine]) -> str:
    """The answer in a sentence."""
    language = asked.question.language
    fixed = phrases(language)
    period = fixed.in_period if asked.question.period.since or asked.question.period.until else ""
    if not lines:
        return _nothing(asked, fixed, period)
    told = [line.factuality for line in lines]
    if asked.question.asks is Asks.WHETHER:
        return _verdict(set(told), fixed)
    return f"{_topic(asked)}{fixed.colon}{counts_in_words(told, language)}."


def _verdict(told: set[Factuality], fixed: Phrases) -> str:
    if {Factuality.ASSERTED, Factuality.NEGATED} <= told:
        return fixed.disagree
    if Factuality.ASSERTED in told:
        return fixed.yes
    if Factuality.NEGATED in told and Factuality.PLANNED not in told:
        return fixed.no
    return fixed.only_planned if Factuality.PLANNED in told else fixed.only_guessed


def _topic(asked: Resolved) -> str:
    """What the question is about: "Meta released ...", "... acquired Pollen Robotics"."""
    subject = asked.subject.name if asked.subject else "..."
    if asked.question.asks is Asks.ABOUT:
        return subject
    other = asked.object.name if asked.object else "..."
    return f"{subject} {label(asked.predicates[0].name, asked.question.language)} {other}"


def _nothing(asked: Resolved, fixed: Phrases, period: str) -> str:
    language = asked.question.language
    words = {
        "s": asked.subject.name if asked.subject else "",
        "o": asked.object.name if asked.object else "",
        "label": label(asked.predicates[0].name, language) if asked.predicates else "",
        "period": period,
        "kind": _kinds(asked),
    }
    match asked.question.asks:
        case Asks.ABOUT:
            return fixed.nothing_about.format(**words)
        case Asks.OBJECTS:
            return fixed.nothing_objects.format(**words)
        case Asks.SUBJECTS:
            return fixed.nothing_subjects.format(**words)
        case _:
            return fixed.nothing_whether.format(**words)


def _kinds(asked: Resolved) -> str:
    if not asked.question.kind:
        return ""
    labels = [load_ontology().kind(kind).label for kind in asked.question.kind]
    return f" ({', '.join(words.en if asked.question.language == 'en' else words.fr for words in labels)})"

"""The sentence over the lines of an answer: how much there is, or yes, no, and not as a fact."""

from collections.abc import Iterator, Sequence

from api.ask.records import AnswerLine, Asks
from api.ask.resolving import Resolved
from api.ask.wording import Phrases, counts_in_words, inverse_label, label, phrases
from graph.ontology import load_ontology
from graph.records import Factuality

_NAMES = 12
"""Names of one factuality that the sentence tells; the lines tell all. Chosen by hand: two lines of a terminal."""


def headline(asked: Resolved, lines: Sequence[AnswerLine]) -> str:
    """The answer in a sentence."""
    language = asked.question.language
    fixed = phrases(language)
    period = fixed.in_period if asked.question.period.since or asked.question.period.until else ""
    if not lines:
        return _nothing(asked, fixed, period)
    told = [line.factuality for line in lines]
    match asked.question.asks:
        case Asks.WHETHER:
            return _verdict(set(told), fixed)
        case Asks.WHEN:
            return f"{_topic(asked)}{fixed.colon}{'; '.join(_dates(lines, fixed))}."
        case Asks.ABOUT:
            return f"{_topic(asked)}{fixed.colon}{counts_in_words(told, language)}."
        case _:
            return f"{_topic(asked)}{fixed.colon}{_names(lines, fixed)}."


def _names(lines: Sequence[AnswerLine], fixed: Phrases) -> str:
    """What was asked for, by how it is told: "LLaMA 4 Scout, LLaMA 4 Maverick; planned: LLaMA 4 Behemoth"."""
    parts: list[str] = []
    for factuality in Factuality:
        names = list(dict.fromkeys(line.answer for line in lines if line.factuality is factuality))
        if more := len(names) - _NAMES:
            names = [*names[:_NAMES], f"... (+{more})"] if more > 0 else names
        if names:
            how = "" if factuality is Factuality.ASSERTED else fixed.marks[factuality] + fixed.colon
            parts.append(how + ", ".join(names))
    return "; ".join(parts)


def _dates(lines: Sequence[AnswerLine], fixed: Phrases) -> Iterator[str]:
    dates = {(line.date_words or fixed.undated, line.factuality) for line in lines}
    for line in lines:
        key = (line.date_words or fixed.undated, line.factuality)
        if key in dates:
            dates.discard(key)
            mark = "" if line.factuality is Factuality.ASSERTED else f" ({fixed.marks[line.factuality]})"
            yield f"{key[0]}{mark}"


def _verdict(told: set[Factuality], fixed: Phrases) -> str:
    if {Factuality.ASSERTED, Factuality.NEGATED} <= told:
        return fixed.disagree
    if Factuality.ASSERTED in told:
        return fixed.yes
    if Factuality.NEGATED in told and Factuality.PLANNED not in told:
        return fixed.no
    return fixed.only_planned if Factuality.PLANNED in told else fixed.only_guessed


def _topic(asked: Resolved) -> str:
    """What the question is about: "Meta released", "Pollen Robotics acquired by", "OpenAI"."""
    language = asked.question.language
    match asked.question.asks:
        case Asks.OBJECTS if asked.subject:
            return f"{asked.subject.name} {label(asked.predicates[0].name, language)}"
        case Asks.SUBJECTS if asked.object:
            return f"{asked.object.name} {inverse_label(asked.predicates[0].name, language)}"
        case _:
            told = asked.object or asked.subject
            return told.name if told else ""


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

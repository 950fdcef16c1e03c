"""Facts and counts in sentences, in both languages. What is not told as a fact always says so in the same breath."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from api.ask.dates import date_in_words, date_phrase
from api.ask.lexicon import load_question_lexicon
from api.ask.records import Language
from graph.ontology import load_ontology
from graph.records import Factuality, Record
from graph.store.answers import ClaimAnswer


class Phrases(Record):
    """The fixed words of one language; braces are filled in."""

    planned: str
    speculated: str
    negated: str
    counts: Mapping[Factuality, tuple[str, str]]
    marks: Mapping[Factuality, str]
    qualifiers: Mapping[str, str]
    colon: str
    unknown: str
    near: str
    other_kind: str
    nothing_objects: str
    nothing_subjects: str
    nothing_whether: str
    nothing_about: str
    in_period: str
    yes: str
    no: str
    only_planned: str
    only_guessed: str
    disagree: str
    undated: str
    can: str


_PHRASES: Mapping[Language, Phrases] = {
    "en": Phrases(
        planned="{s} is to {verb} {o} (planned, not told as done{cue}).",
        speculated="{s} may {verb} {o} (speculated, not a fact{cue}).",
        negated="Not the case: {s} {label} {o} (denied{cue}).",
        counts={
            Factuality.ASSERTED: ("told as a fact", "told as facts"),
            Factuality.PLANNED: ("planned", "planned"),
            Factuality.SPECULATED: ("speculated", "speculated"),
            Factuality.NEGATED: ("denied", "denied"),
        },
        marks={
            Factuality.PLANNED: "planned, not told as done",
            Factuality.SPECULATED: "speculated, not a fact",
            Factuality.NEGATED: "denied",
        },
        qualifiers={},
        colon=": ",
        unknown="Nothing called “{name}” is in the graph.",
        near=" Did you mean {names}?",
        other_kind="The graph knows {name} ({kind}), of which nothing of the sort is told.",
        nothing_objects="No document says that {s} {label} anything{kind}{period}.",
        nothing_subjects="No document says who or what {label} {o}{period}.",
        nothing_whether="No document says so{period}.",
        nothing_about="The graph knows {s}, but tells nothing about it{period}.",
        in_period=" in that period",
        yes="Yes, it is told as a fact.",
        no="No: it is denied.",
        only_planned="Not yet: it is only planned, not told as done.",
        only_guessed="Not as a fact: it is only speculated.",
        disagree="The documents disagree.",
        undated="undated",
        can='ask what somebody released, acquired, founded, uses..., who did it, when, or about one name: "what did '
        'Meta release in April 2025", "who acquired Pollen Robotics", "has TensorFlow 3.0 been released", '
        '"timeline of OpenAI".',
    ),
    "fr": Phrases(
        planned="{s} doit {verb} {o} (prévu, pas encore fait{cue}).",
        speculated="{s} pourrait {verb} {o} (supposé, pas un fait{cue}).",
        negated="Ce n'est pas le cas : {s} {label} {o} (nié{cue}).",
        counts={
            Factuality.ASSERTED: ("donné comme un fait", "donnés comme des faits"),
            Factuality.PLANNED: ("prévu", "prévus"),
            Factuality.SPECULATED: ("supposé", "supposés"),
            Factuality.NEGATED: ("nié", "niés"),
        },
        marks={
            Factuality.PLANNED: "prévu, pas encore fait",
            Factuality.SPECULATED: "supposé, pas un fait",
            Factuality.NEGATED: "nié",
        },
        qualifiers={
            "amount": "montant",
            "role": "rôle",
            "action": "action",
            "which": "lesquels",
            "regulation": "règlement",
        },
        colon=" : ",
        unknown="Rien ne s'appelle « {name} » dans le graphe.",
        near=" Vouliez-vous dire {names} ?",
        other_kind="Le graphe connaît {name} ({kind}), dont rien de tel n'est dit.",
        nothing_objects="Aucun document ne donne de réponse pour : {s} {label} ...{kind}{period}.",
        nothing_subjects="Aucun document ne dit qui ou quoi {label} {o}{period}.",
        nothing_whether="Aucun document ne le dit{period}.",
        nothing_about="Le graphe connaît {s}, mais n'en dit rien{period}.",
        in_period=" dans cette période",
        yes="Oui, c'est donné comme un fait.",
        no="Non : c'est nié.",
        only_planned="Pas encore : c'est seulement prévu, pas donné comme fait.",
        only_guessed="Pas comme un fait : c'est seulement supposé.",
        disagree="Les documents se contredisent.",
        undated="sans date",
        can="demandez ce que quelqu'un a sorti, racheté, fondé, utilise..., qui l'a fait, quand, ou tout sur un nom : "
        "« qu'a sorti Meta en avril 2025 », « qui a racheté Pollen Robotics », « TensorFlow 3.0 est-il sorti », "
        "« que sait-on d'OpenAI ».",
    ),
}


@cache
def phrases(language: Language) -> Phrases:
    """The fixed words of a language."""
    return _PHRASES[language]


def label(predicate: str, language: Language) -> str:
    """What a predicate says, between subject and object: "acquired", "a acquis"."""
    words = load_ontology().predicate(predicate).label
    return words.en if language == "en" else words.fr


def inverse_label(predicate: str, language: Language) -> str:
    """What a predicate says from its object: "acquired by", "acquis par"; the label itself without another."""
    declared = load_ontology().predicate(predicate)
    words = declared.inverse_label or declared.label
    return words.en if language == "en" else words.fr


def fact_in_words(claim: ClaimAnswer, language: Language) -> str:
    """A claim as a sentence that says how it is told: only what is asserted reads as a fact."""
    fixed = phrases(language)
    other = object_in_words(claim, language)
    said, verb = label(claim.predicate, language), load_question_lexicon().wording[claim.predicate].of(language)
    if _is_date(claim):
        # The preposition goes with the date: "came out on 5 April", "came out in April".
        said, verb = said.rpartition(" ")[0], verb.rpartition(" ")[0]
        other = date_phrase(claim.value or "", language)
    words = {
        "s": claim.subject.name,
        "o": other,
        "label": said,
        "verb": verb,
        "cue": (f"; “{claim.cue}”" if language == "en" else f" ; « {claim.cue} »") if claim.cue else "",
    }
    match claim.factuality:
        case Factuality.ASSERTED:
            sentence = "{s} {label} {o}.".format(**words)
        case Factuality.PLANNED:
            sentence = fixed.planned.format(**words)
        case Factuality.SPECULATED:
            sentence = fixed.speculated.format(**words)
        case Factuality.NEGATED:
            sentence = fixed.negated.format(**words)
    return sentence[:-1] + _qualifiers(claim, fixed) + "."


def object_in_words(claim: ClaimAnswer, language: Language) -> str:
    """The other end of a claim: a name, or a literal with its date in words."""
    if claim.object is not None:
        return claim.object.name
    value = claim.value or ""
    return date_in_words(value, language, claim.date_precision) if _is_date(claim) else value


def _is_date(claim: ClaimAnswer) -> bool:
    return claim.object is None and load_ontology().predicate(claim.predicate).literal == "date"


def _qualifiers(claim: ClaimAnswer, fixed: Phrases) -> str:
    told = [
        f"{fixed.qualifiers.get(name, name)}{fixed.colon}{value}" for name, value in sorted(claim.qualifiers.items())
    ]
    return f" [{', '.join(told)}]" if told else ""


def counts_in_words(factualities: Iterable[Factuality], language: Language) -> str:
    """How many lines are told how: "3 told as facts, 1 planned"."""
    counted = Counter(factualities)
    return ", ".join(
        f"{counted[factuality]} {words[counted[factuality] > 1]}"
        for factuality, words in phrases(language).counts.items()
        if counted[factuality]
    )

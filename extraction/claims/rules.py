"""What the name of a rule stands for: the trigger that read a claim, with its file, its entry and its example.

A trigger's rule is `fr/RELEASED/verb/0/lancer` or `en/PART_OF/between/3`; the rules that are code, not data, have short
names of their own; `+family` or `+partner` behind a rule says that the claim follows from one that it read.
"""

from collections.abc import Sequence
from enum import StrEnum

from extraction.claims.triggers import BetweenTrigger, NounTrigger, TriggerFile, VerbTrigger, load_triggers
from graph.errors import InvalidTrigger
from graph.records import Record


class RuleSort(StrEnum):
    """How a rule reads: a trigger of one of three sorts, the network, or code."""

    VERB = "verb"
    NOUN = "noun"
    BETWEEN = "between"
    LEARNED = "learned"
    BUILT_IN = "built in"


class Rule(Record):
    """One rule, ready to show.

    `place` is the file, below the project's folder, where the rule is kept; `entry` counts the file's entries of this
    sort from 0, None outside trigger files; `words` is the verb or noun, or the pattern between two names; `meaning`
    says what a rule without an example does; `step` how the claim follows from what the rule read, if it does.
    """

    name: str
    sort: RuleSort
    place: str
    entry: int | None = None
    words: str = ""
    example: str = ""
    counter: str = ""
    meaning: str = ""
    step: str = ""


STEPS = {
    "family": "who releases a family releases the members that the sentence lists",
    "joint": "organisations that release or make one thing together are partners",
    "role": "a founder whose role stands in brackets works where the sentence says that they founded",
    "maker": "who makes a thing that is told to come out releases it then",
    "not-out": "who makes a thing that is told as not out yet plans to release it",
    "partner": "who is told as a partner in releasing a thing releases it too",
}
"""What the steps of `extraction.claims.inference` and `.coming` conclude, by the mark that they leave on a rule."""
_BUILT_IN = {
    "possessive": (
        "extraction/claims/possessives.py",
        "what a possessive, a common noun and a name call somebody's own",
    ),
    "attribute": (
        "extraction/claims/attributes.py",
        "a number or licence is that of the nearest name that can bear it",
    ),
    "not-out": (
        "extraction/claims/coming.py",
        "the one organisation of a news item will release what the item says is to come on a day",
    ),
    "field": (
        "data/lexicons/fields.toml",
        "two fields of one record, a key-value line or a column each, state what their labels say",
    ),
    "event-date": ("extraction/claims/attributes.py", "an event with its date right behind it happened on that date"),
    "effect-date": ("extraction/claims/effects.py", "a law with a date and words that say that it holds from then on"),
    "family-name": (
        "extraction/claims/families.py",
        "names made of a family's and a word, two or more in an item that names the family, are its members",
    ),
    "maker-before-name": (
        "extraction/claims/told_makers.py",
        "a known thing that is told with its maker's name before its own is that maker's",
    ),
    "round": (
        "extraction/claims/rounds.py",
        "who is told to lead or join a round invests in the company that the item tells to raise it",
    ),
    "nationality": ("extraction/mentions/nationality.py", "an adjective of nationality says where an organisation is"),
}
"""Rules that are code: where, and what each reads."""


def find_rule(name: str) -> Rule:
    """The rule of this name, as a claim carries it.

    Raises:
        InvalidTrigger: no trigger and no built-in rule has that name.
    """
    base, _, mark = name.partition("+")
    return _base(base).model_copy(update={"name": name, "step": STEPS.get(mark, "")})


def _base(name: str) -> Rule:
    if name in _BUILT_IN:
        place, meaning = _BUILT_IN[name]
        return Rule(name=name, sort=RuleSort.BUILT_IN, place=place, meaning=meaning)
    language, _, rest = name.partition("/")
    predicate, _, rest = rest.partition("/")
    sort, _, rest = rest.partition("/")
    if sort == "learned":
        return Rule(
            name=name,
            sort=RuleSort.LEARNED,
            place="data/models/encoder.onnx",
            meaning="the network read the two names in their text; no trigger did",
        )
    number, _, word = rest.partition("/")
    found = _entry(language, predicate, sort, number)
    return Rule(
        name=name,
        sort=RuleSort(sort),
        place=f"data/triggers/{language}/{predicate}.toml",
        entry=int(number),
        words=found.pattern if isinstance(found, BetweenTrigger) else word,
        example=found.example,
        counter=found.counter,
    )


def _entry(language: str, predicate: str, sort: str, number: str) -> VerbTrigger | NounTrigger | BetweenTrigger:
    files = load_triggers(language).files if language in ("fr", "en") else ()
    file = next((file for file in files if file.predicate == predicate), None)
    entries = _entries(file, sort) if file is not None else ()
    if not number.isdecimal() or int(number) >= len(entries):
        raise InvalidTrigger(f"{language}/{predicate}", f"has no {sort} number {number or '(none)'}")
    return entries[int(number)]


def _entries(file: TriggerFile, sort: str) -> Sequence[VerbTrigger | NounTrigger | BetweenTrigger]:
    if sort == RuleSort.VERB:
        return file.verb
    if sort == RuleSort.NOUN:
        return file.noun
    return file.between if sort == RuleSort.BETWEEN else ()

"""Triggers: the words that state a predicate, read from `data/triggers/LANGUAGE/PREDICATE.toml`.

Three sorts, after how languages say things: a *verb* with its subject and object, a *noun* made from a verb ("le
rachat de X par Y"), and the words *between* two names ("X, filiale de Y"). Each carries an example that it must read
and, where there is a near-miss worth stating, a counter-example that it must not; a test runs them all.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from extraction.claims.morphology import Form, verb_forms
from graph.errors import InvalidTrigger
from graph.records import Record
from graph.settings import DATA_FOLDER

Part = Literal["subject", "object", "second"]
"""A place beside a verb: its subject, its object, and what a second preposition brings."""


class VerbTrigger(Record):
    """A verb, or several that behave alike.

    `object` is "direct" or the prepositions that lead to it; `second` the prepositions of a third argument; `claim`
    names which part is the claim's subject and which its object. `after` are words that must follow the verb within
    a few tokens ("en open source"), `reflexive` wants "se" before it (French).
    """

    words: tuple[str, ...]
    object: tuple[str, ...] = ("direct",)
    second: tuple[str, ...] = ()
    claim: tuple[Part, Part] = ("subject", "object")
    after: tuple[str, ...] = ()
    reflexive: bool = False
    intransitive: bool = Field(default=False, description="The claim's object is a literal read around the verb.")
    bare: bool = Field(default=False, description="Only articles and adjectives may stand before the object.")
    unless: str = Field(default="", description="A pattern that must not occur in the six words around the verb.")
    agentless: bool = Field(default=False, description="A passive without agent may take its subject from the topic.")
    forms: tuple[Form, ...] = Field(default=(), description="Only these forms; empty for all.")
    subject_kinds: tuple[str, ...] = ()
    object_kinds: tuple[str, ...] = ()
    confidence: float = 0.9
    example: str
    counter: str = ""


class NounTrigger(Record):
    """A noun that states a predicate.

    `object` and `agent` are the prepositions before each, "direct" of a name right behind the noun; `possessor` says
    whom a possessive ("X's acquisition of Y") or the subject of a verb that governs the noun ("X annonce le rachat de
    Y") stands for; `between` and `together` are the prepositions of symmetric nouns ("partenariat entre X et Y",
    "partenariat avec Y").
    """

    words: tuple[str, ...]
    object: tuple[str, ...] = ()
    agent: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    compound: bool = Field(default=False, description="English: a name right before the noun is its object.")
    possessor: Literal["subject", "object", "none"] = "subject"
    literal: bool = False
    confidence: float = 0.85
    example: str
    counter: str = ""


class BetweenTrigger(Record):
    """A pattern for the words between two names, lower case, one space apart; `inverse` swaps the claim's ends.

    `before` and `after` are patterns for what stands next to the two names on the outside. Macros in angle brackets
    are defined in `data/triggers/LANGUAGE/macros.toml`.
    """

    pattern: str
    inverse: bool = False
    before: str = ""
    after: str = ""
    unless: str = Field(default="", description="A pattern that must not occur right before, between or right after.")
    left_kinds: tuple[str, ...] = ()
    right_kinds: tuple[str, ...] = ()
    factuality: str = ""
    confidence: float = 0.85
    example: str
    counter: str = ""


class TriggerFile(Record):
    """All triggers of a predicate in a language."""

    predicate: str
    language: Literal["fr", "en"]
    verb: tuple[VerbTrigger, ...] = ()
    noun: tuple[NounTrigger, ...] = ()
    between: tuple[BetweenTrigger, ...] = ()


class CompiledBetween(Record, arbitrary_types_allowed=True):
    """A between-trigger ready to match, with the name that explains it."""

    predicate: str
    rule: str
    pattern: re.Pattern[str]
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    trigger: BetweenTrigger


class VerbEntry(Record):
    """One verb of a trigger, found by one of its forms."""

    predicate: str
    rule: str
    forms: frozenset[Form]
    unless: re.Pattern[str] | None
    trigger: VerbTrigger


class NounEntry(Record):
    """One noun of a trigger; `words` are its tokens."""

    predicate: str
    rule: str
    words: tuple[str, ...]
    trigger: NounTrigger


class TriggerIndex(Record):
    """The triggers of a language, by the first word by which they are found."""

    language: str
    verbs: Mapping[str, tuple[VerbEntry, ...]]
    nouns: Mapping[str, tuple[NounEntry, ...]]
    between: tuple[CompiledBetween, ...]
    files: tuple[TriggerFile, ...]


@cache
def load_triggers(language: str, folder: Path = DATA_FOLDER / "triggers") -> TriggerIndex:
    """The triggers of a language.

    Raises:
        InvalidTrigger: a file does not parse or a pattern does not compile; the message names it.
    """
    macros = _macros(folder / language / "macros.toml")
    files = [_load(path) for path in sorted((folder / language).glob("[A-Z]*.toml"))]
    verbs: dict[str, list[VerbEntry]] = {}
    nouns: dict[str, list[NounEntry]] = {}
    between: list[CompiledBetween] = []
    for file in files:
        for number, verb in enumerate(file.verb):
            for word in verb.words:
                rule = f"{language}/{file.predicate}/verb/{number}/{word}"
                for form, what in verb_forms(word, language).items():
                    allowed = frozenset(what & set(verb.forms)) if verb.forms else what
                    if allowed:
                        unless = _pattern(rule, verb.unless, macros) if verb.unless else None
                        entry = VerbEntry(
                            predicate=file.predicate, rule=rule, forms=allowed, unless=unless, trigger=verb
                        )
                        verbs.setdefault(form, []).append(entry)
        for number, noun in enumerate(file.noun):
            for word in noun.words:
                rule = f"{language}/{file.predicate}/noun/{number}/{word}"
                for words in sorted({tuple(word.split()), tuple(word.replace("-", " - ").split())}):
                    entry_ = NounEntry(predicate=file.predicate, rule=rule, words=words, trigger=noun)
                    nouns.setdefault(words[0], []).append(entry_)
        for number, item in enumerate(file.between):
            rule = f"{language}/{file.predicate}/between/{number}"
            between.append(_compile(rule, file.predicate, item, macros))
    return TriggerIndex(
        language=language,
        verbs={form: tuple(entries) for form, entries in verbs.items()},
        nouns={word: tuple(entries) for word, entries in nouns.items()},
        between=tuple(between),
        files=tuple(files),
    )


def _load(path: Path) -> TriggerFile:
    where = f"{path.parent.name}/{path.name}"
    try:
        file = TriggerFile.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise InvalidTrigger(where, str(error).replace("\n", " ")) from error
    if (file.language, file.predicate) != (path.parent.name, path.stem):
        raise InvalidTrigger(where, f"declares {file.language}/{file.predicate}")
    return file


def _macros(path: Path) -> dict[str, str]:
    return {name: str(value) for name, value in tomllib.loads(path.read_text("utf-8")).items()} if path.exists() else {}


def _compile(rule: str, predicate: str, item: BetweenTrigger, macros: Mapping[str, str]) -> CompiledBetween:
    return CompiledBetween(
        predicate=predicate,
        rule=rule,
        pattern=_pattern(rule, item.pattern, macros),
        before=_pattern(rule, item.before, macros) if item.before else None,
        after=_pattern(rule, item.after, macros) if item.after else None,
        unless=_pattern(rule, item.unless, macros) if item.unless else None,
        trigger=item,
    )


def _pattern(rule: str, text: str, macros: Mapping[str, str]) -> re.Pattern[str]:
    for _ in range(3):  # macros may use macros, three deep at most
        text = re.sub(r"<(\w+)>", lambda found: _macro(rule, found[1], macros), text)
    text = re.sub(r"'(?=[a-zàâéèêëîïôûùœ])", "' ?", text)  # "l'origine" stands as "l' origine" between names
    try:
        return re.compile(text)
    except re.error as error:
        raise InvalidTrigger(rule, f"{text!r} is not a pattern ({error})") from error


def _macro(rule: str, name: str, macros: Mapping[str, str]) -> str:
    if name not in macros:
        raise InvalidTrigger(rule, f"no macro is named <{name}>")
    return f"(?:{macros[name]})"

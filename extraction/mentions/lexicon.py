"""What words say about names: head nouns, roles, suffixes, generic phrases, first names, ordinary words.

The words are data, in `data/lexicons`; this module only reads them into sets and maps that look up fast.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from graph.errors import InvalidDeclaration
from graph.ontology import load_ontology
from graph.settings import DATA_FOLDER

LEXICON_FOLDER = DATA_FOLDER / "lexicons"


_DERIVED_LETTERS = 7
_DERIVED = {
    "en": ("ing", "ed", "ly", "tion", "tions", "ness", "ment", "ments", "ities", "ity", "ize", "izes", "ise", "ises"),
    "fr": (
        "ment",
        "tion",
        "tions",
        "ité",
        "ités",
        "ant",
        "isme",
        "eurs",
        "ssant",
        "iser",
        "ance",
        "ances",
        "ence",
        "ences",
    ),
}


class NameLexicon(NamedTuple):
    """The words of one language, lower case. Maps lead from a word or phrase to the kind it speaks for."""

    language: str
    heads: dict[str, str]
    last: dict[str, str]
    first: dict[str, str]
    subject: dict[str, str]
    object: dict[str, str]
    after: dict[str, str]
    titles: frozenset[str]
    naming: frozenset[str]
    copula: frozenset[str]
    companies: frozenset[str]
    young: frozenset[str]
    determiners: frozenset[str]
    stop: frozenset[str]
    adjectives: frozenset[str]
    adjective_endings: tuple[str, ...]
    calendar: frozenset[str]
    generic: frozenset[str]
    headings: frozenset[str]
    first_names: frozenset[str]
    particles: frozenset[str]
    variants: frozenset[str]
    legal: frozenset[str]
    directions: frozenset[str]
    ordinary: frozenset[str]
    foreign: frozenset[str]
    function: frozenset[str]

    def is_generic(self, phrase: str) -> bool:
        """Whether the phrase is a technique, a common acronym or a stock phrase, in singular or plural."""
        low = phrase.casefold().replace(".", "")
        return low in self.generic or (low.endswith("s") and low[:-1] in self.generic)

    def is_ordinary(self, word: str) -> bool:
        """Whether the word, whatever its capitals, is a common word of the language (or a compound of such)."""
        low = word.casefold().replace("’", "'")
        if low in self.ordinary:
            return True
        if "-" in low and all(part in self.ordinary or len(part) < 2 for part in low.split("-")):
            return True
        return self.language == "en" and _stem_in(low, self.ordinary)

    def is_common(self, word: str) -> bool:
        """Whether the word is ordinary in either language."""
        return self.is_ordinary(word) or word.casefold() in self.foreign or word.casefold().rstrip("s") in self.foreign

    def is_derived(self, word: str) -> bool:
        """Whether the ending is an adverb's, a verb form's or an abstract noun's: seldom a name at an opening."""
        return len(word) >= _DERIVED_LETTERS and word.casefold().endswith(_DERIVED[self.language])


def _stem_in(word: str, words: frozenset[str]) -> bool:
    """Whether an English word is a regular inflection of a listed one, or the stem of one."""
    if any(word + ending in words for ending in ("s", "es", "d", "ed", "ing")) or word[:-1] + "ing" in words:
        return len(word) > 3
    for ending, instead in (
        ("s", ""),
        ("es", ""),
        ("ies", "y"),
        ("ed", ""),
        ("d", ""),
        ("ing", ""),
        ("ing", "e"),
        ("ly", ""),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 3 and word[: -len(ending)] + instead in words:
            return True
    return False


@cache
def load_lexicon(language: str, folder: Path = LEXICON_FOLDER) -> NameLexicon:
    """The lexicon of "fr" or "en".

    Raises:
        InvalidDeclaration: a file does not parse or names an unknown kind.
    """
    own = _read(folder / f"kinds.{language}.toml")
    other = _read(folder / f"kinds.{'en' if language == 'fr' else 'fr'}.toml")
    generic, people = _read(folder / "generic.toml"), _read(folder / "people.toml")
    both = {name: {**other[name], **own[name]} for name in ("last", "first")}
    for name in both:
        both[name] = {kind: [*other[name].get(kind, []), *own[name].get(kind, [])] for kind in both[name]}
    return NameLexicon(
        language=language,
        heads={**_by_word(other["heads"], plural=True), **_by_word(own["heads"], plural=True)},
        last=_by_word(both["last"]),
        first=_by_word(both["first"]),
        subject=_by_word(own["subject"]),
        object=_by_word(own["object"]),
        after=_by_word(own["after"]),
        titles=_titles(own["titles"]["words"], other["titles"]["words"]),
        naming=_set(own, "naming"),
        copula=_set(own, "copula"),
        companies=_set(own, "companies"),
        young=frozenset(own["companies"]["young"]),
        determiners=_set(own, "determiners"),
        stop=_set(own, "stop"),
        adjectives=_set(own, "adjectives"),
        adjective_endings=tuple(own["adjectives"]["endings"]),
        calendar=frozenset((*own["calendar"]["words"], *(other["calendar"]["words"] if language == "fr" else ()))),
        generic=frozenset(phrase for part in ("techniques", "acronyms", "phrases") for phrase in generic[part]),
        headings=frozenset(generic["headings"]),
        variants=frozenset(generic["variants"]),
        legal=frozenset(generic["legal"]),
        directions=frozenset(generic["directions"]),
        first_names=frozenset(people["first_names"]),
        particles=frozenset(people["particles"]),
        ordinary=_words(folder / f"words.{language}.txt"),
        foreign=_words(folder / f"words.{'en' if language == 'fr' else 'fr'}.txt"),
        function=frozenset(generic["function"][language]),
    )


def _titles(own: list[str], other: list[str]) -> frozenset[str]:
    """Titles of both languages; one letter ("M.") is a title in its own only, an initial elsewhere."""
    return frozenset(word.casefold() for word in (*own, *(word for word in other if len(word.rstrip(".")) > 1)))


def _set(table: dict[str, dict[str, list[str]]], name: str) -> frozenset[str]:
    return frozenset(_phrase(word) for word in table[name]["words"])


def _by_word(table: dict[str, list[str]], *, plural: bool = False) -> dict[str, str]:
    known = load_ontology().kinds
    words: dict[str, str] = {}
    for kind, listed in table.items():
        if kind not in known:
            raise InvalidDeclaration("data/lexicons", f"unknown kind {kind}")
        for word in (_phrase(item) for item in listed):
            words.setdefault(word, kind)
            if plural:
                for form in _plurals(word):
                    words.setdefault(form, kind)
    return words


def _phrase(text: str) -> str:
    """A listed word or phrase as tokens give it: apostrophes part words."""
    return " ".join(word.rstrip(".") for word in text.replace("'", " ").replace("’", " ").split())


def _plurals(word: str) -> tuple[str, ...]:
    first, space, rest = word.partition(" ")
    pluralised = f"{first}s{space}{rest}"
    ies = (word[:-1] + "ies",) if word.endswith("y") else ()
    aux = (word[:-2] + "aux",) if word.endswith("al") else ()
    return (word + "s", pluralised, word + "x", word + "es", *ies, *aux)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise InvalidDeclaration(path.name, str(error)) from error


def _words(path: Path) -> frozenset[str]:
    lines = path.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())

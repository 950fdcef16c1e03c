"""A name taken apart for comparison: its words, its numbers, what is left without legal form, title and article.

Finer than `graph.names.normalize`, which only asks whether two names are equal: here we ask how they differ.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from graph.names import strip_accents
from graph.records import Kind
from graph.resolution.words import load_words

_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ı": "i"}
)
"""Letters that have no accent to take away, as newsletters write them on other keyboards."""
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_WORD = re.compile(r"\d+(?:x\d+)+[a-z]{0,2}|\d+[a-z]{1,2}(?![^\W_])|\d+|[^\W\d_]+[+#]*|[+#]+")
"""A number keeps a unit of one or two letters ("4o", "70b", "8x7b"); letters before it are a word of their own."""
_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}(?!\w)|(?<!\w)(?:[^\W\d_]\.)+[^\W\d_](?!\w)")
"""Letters with dots between, "S.A.S." and "A.I": one word."""
_ZERO = re.compile(r"(?<=\d)\.0+(?![\d])")
"""Version 3.0 is version 3."""
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
"""Numbers that are written in letters; I, V and X alone are too often something else."""
_ARTICLES = frozenset({"the", "le", "la", "les", "l"})
_PERSON, _ORGANIZATION = "Person", "Organization"


class NameForm(NamedTuple):
    """A name taken apart.

    `words` are folded, in order; `core` is `words` without leading article, legal form, title, "and" and the acronym
    after a full name; `numbers` are the words that hold a digit, `digits` the runs of digits; `together` are the ways
    to run all words together, `core_together` those of `core`; `spelled` is the name in one language, in full, sorted;
    `initials` are those of the words that give an acronym its letters, empty when one is a number.
    """

    text: str
    words: tuple[str, ...]
    core: tuple[str, ...]
    numbers: tuple[str, ...]
    digits: tuple[str, ...]
    together: frozenset[str]
    core_together: frozenset[str]
    spelled: tuple[str, ...]
    initials: str


@lru_cache(maxsize=200_000)
def form_of(name: str, kind: Kind) -> NameForm:
    """The name of a thing of a kind, taken apart: legal forms count for organizations, titles for persons."""
    words = _split(name)
    core = _core(words, kind)
    german = _split(name.translate(_GERMAN))
    return NameForm(
        text=name,
        words=words,
        core=core,
        numbers=tuple(word for word in core if any(map(str.isdigit, word))),
        digits=tuple(re.findall(r"\d+", " ".join(words))),
        together=frozenset({"".join(words), "".join(german)}),
        core_together=frozenset({"".join(core), "".join(_core(german, kind))}),
        spelled=tuple(sorted(word for word in load_words().spelled_out(_unarticled(words)) if word not in _ARTICLES)),
        initials=_initials(words),
    )


def _split(name: str) -> tuple[str, ...]:
    dotless = _DOTTED.sub(lambda found: found.group().replace(".", ""), name.translate(_LETTERS))
    folded = _ZERO.sub("", strip_accents(dotless).casefold())
    words = [_ROMAN.get(word, word) for word in _WORD.findall(folded)]
    # "v3" and "version 3" are 3.
    return tuple(
        word
        for word, after in zip(words, [*words[1:], ""], strict=True)
        if not (word in ("v", "version") and after[:1].isdigit())
    )


def _unarticled(words: tuple[str, ...]) -> tuple[str, ...]:
    """Without "the"; a French article only goes when two words stay: "Le Chat" is no "Chat"."""
    first = words[0] if words else ""
    if (first == "the" and len(words) > 1) or (first in _ARTICLES and len(words) > 2):
        return words[1:]
    return words


def _core(words: tuple[str, ...], kind: Kind) -> tuple[str, ...]:
    rest = [word for word in _unarticled(words) if word not in ("and", "et")]
    known = load_words()
    while kind == _PERSON and len(rest) > 2 and rest[0] in known.titles:
        rest.pop(0)
    while kind == _ORGANIZATION and len(rest) > 1 and rest[-1] in known.legal_forms:
        rest.pop()
    if len(rest) > 2 and rest[-1] == _initials(tuple(rest[:-1])):
        rest.pop()
    return tuple(rest) or words


_SMALL = frozenset(
    {
        "of",
        "the",
        "for",
        "and",
        "on",
        "in",
        "de",
        "du",
        "des",
        "d",
        "la",
        "le",
        "les",
        "l",
        "pour",
        "et",
        "sur",
        "a",
        "au",
        "aux",
        "en",
    }
)
"""Words that give an acronym no letter."""


def _initials(words: tuple[str, ...]) -> str:
    large = [word for word in words if word not in _SMALL]
    return "".join(word[0] for word in large) if all(word[0].isalpha() for word in large) else ""

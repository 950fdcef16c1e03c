"""Which surface forms of a document are one name: spellings, surnames, short forms, acronyms in brackets.

Different versions are never one name: forms that differ in a digit stay apart.
"""

import re
from collections.abc import Iterable, Mapping

from graph.names import squash, strip_accents

_BRACKETED = re.compile(r"\s?[(\[]\s?[\"“«]?\s?([\w&.+-]{2,12})\s?[\"”»]?\s?[)\]]")
_V = re.compile(r"(?<=\s)v(?=\d{1,2}(?:\.|\b))", re.IGNORECASE)
"""The "v" of a version; a V100 is a chip."""
_LEGAL_FORM = re.compile(r",? (?:Inc|Corp|Corporation|Ltd|LLC|PLC|GmbH|SAS|SA|AG)\.?$")
_SHORTEST_NICKNAME = 4
_SHORTEST = 2
"""Letters that a short form must have to stand for a longer name ("V3")."""
_DATED = re.compile(r"[ -]?(?:[’']?\d\d|(?:19|20)\d\d)$")


def key_of(surface: str) -> str:
    """What spellings of one name share: no case, accents, spaces, hyphens or "v" before a version."""
    return squash(_V.sub("", _LEGAL_FORM.sub("", surface)))


def initials(name: str) -> str:
    """The capitals of a name of several words, or with capitals inside ("TensorFlow"), if all its words have one."""
    words = re.findall(r"[A-ZÀ-Þ]+[^\WA-ZÀ-Þ\d_]*|[^\W\d_]+", name)
    capitals = [word[0] for word in words if word[0].isupper()]
    whole = len(words) == len(capitals) > 1 and not digits(name)
    return "".join(capitals) if whole else ""


def acronym_after(text: str, end: int) -> tuple[int, int] | None:
    """The span of an acronym in brackets right after a name ("Agent Development Kit (ADK)"), if there is one."""
    found = _BRACKETED.match(text, end)
    if found is None or not any(char.isupper() for char in found.group(1)):
        return None
    return found.span(1)


def stands_for(short: str, full: str) -> bool:
    """Whether the letters of an acronym are those of the name, in order, each word's first among them."""
    letters = [char.casefold() for char in short if char.isalnum()]
    words = [word for word in re.split(r"[^\w]+", full) if word]
    if len(letters) < 2 or (len(words) < 2 and len(full) <= len(short)):
        return False
    initials = [word[0].casefold() for word in words]
    if letters == initials or letters == [word[0].casefold() for word in words if word[0].isupper()]:
        return True
    at, plain = 0, full.casefold()
    for letter in letters:
        at = plain.find(letter, at) + 1
        if at == 0:
            return False
    return (
        letters[0] == initials[0]
        and len(letters) >= 2
        and sum(letter in initials for letter in letters) >= len(letters) - 1
    )


def digits(surface: str) -> tuple[str, ...]:
    """The numbers in a name, which tell versions apart."""
    return tuple(re.findall(r"\d+", surface))


def longer_names(short: str, names: Iterable[str], *, versions: bool = False) -> list[str]:
    """Names of which a short form is the beginning or the end, in whole words.

    No number may be lost on the way, unless `versions` allows it, and then only the end of a name is short for it.
    """
    if len(short) < _SHORTEST:
        return []
    low = _spaced(short)
    found = []
    for name in names:
        plain = _spaced(name)
        if plain == low or (digits(short) != digits(name) and not versions):
            continue
        if plain.endswith(" " + low) or (not versions and plain.startswith(low + " ")):
            found.append(name)
    return found


def undated(name: str) -> str:
    """The name of an event or report without the year at its end."""
    return _DATED.sub("", name)


def _spaced(name: str) -> str:
    return name.casefold().replace("-", " ")


def first_name_of(short: str, persons: Mapping[str, object]) -> str | None:
    """The one full name that begins with this first name, or with the name that it shortens ("Clem")."""
    plain = strip_accents(short).casefold()
    nickname = len(plain) >= _SHORTEST_NICKNAME
    full = []
    for name in persons:
        first = strip_accents(name).casefold().split()[0]
        if first == plain or (nickname and first.startswith(plain)):
            full.append(name)
    return full[0] if len(full) == 1 else None


def surname_of(short: str, persons: Mapping[str, object]) -> str | None:
    """The one full name that ends in this surname."""
    ending = " " + short.casefold()
    full = [name for name in persons if name.casefold().endswith(ending)]
    return full[0] if len(full) == 1 else None

"""Acronyms with the name that they stand for: in brackets beside it, or by its initials."""

import re
from collections.abc import Mapping, Sequence

from extraction.mentions.candidates import Candidate
from extraction.mentions.forms import acronym_after, initials, key_of, stands_for
from extraction.mentions.groups import Group, absorb
from extraction.mentions.lexicon import NameLexicon

_LONGEST = 5
"""Letters of the longest acronym that initials alone explain."""
_REACH = 80
"""Characters before a bracket in which the words of its acronym stand; chosen by hand."""


_SMALL = frozenset(
    {"a", "and", "d", "de", "des", "du", "et", "for", "in", "l", "la", "le", "les", "of", "on", "the", "à"}
)
"""Words that lend an acronym no letter."""


def spelled_out(text: str, acronym: str) -> str:
    """The words before "(ACRONYM)" that its letters are the first of, lower case; "" where no such words stand."""
    for found in re.finditer(rf"\(\W*{re.escape(acronym)}\W*\)", text):
        words = re.findall(r"[^\W_]+", text[max(found.start() - _REACH, 0) : found.start()])
        letters = list(acronym.casefold())
        taken: list[str] = []
        while words and letters:
            word = words.pop().casefold()
            if word[0] == letters[-1]:
                letters.pop()
            elif word not in _SMALL:
                break
            taken.insert(0, word)
        if not letters:
            return " ".join(taken)
    return ""


def join_bracketed(candidates: Sequence[Candidate], groups: Mapping[str, Group], text: str) -> None:
    """Join a name and its acronym in brackets, whichever of the two is inside."""
    by_start = {one.start: one for one in candidates}
    for one in candidates:
        group = groups[key_of(one.form)]
        span = acronym_after(text, one.end)
        if span is not None and stands_for(text[slice(*span)], one.surface):
            _unite(group, groups.get(key_of(text[slice(*span)])))
        inside = by_start.get(one.end + 2) if text[one.end : one.end + 2] == " (" else None
        if inside is not None and text[inside.end : inside.end + 1] == ")" and stands_for(one.surface, inside.surface):
            _unite(groups[key_of(inside.form)], group)


def _unite(full: Group, short: Group | None) -> None:
    """One entity for a name and its acronym: the known one, the full name's when both are."""
    if short is None or short is full or (full.kind is None and short.kind is None):
        return
    if full.kind is None or (full.entity is None and short.entity is not None):
        absorb(short, full)
    else:
        absorb(full, short)


def join_initials(groups: Mapping[str, Group], lexicon: NameLexicon) -> None:
    """An unknown acronym is the one name of the document whose initials it has ("TF" beside TensorFlow)."""
    by_initials: dict[str, dict[str, Group]] = {}
    for group in groups.values():
        letters = initials(group.name) if group.kind not in (None, "Person", "Place", "Publication") else ""
        if letters:
            by_initials.setdefault(letters, {})[group.name] = group
    for group in groups.values():
        surface = group.surface
        acronym = surface.isupper() and surface.isalpha() and 2 <= len(surface) <= _LONGEST
        if group.entity is None and acronym and not lexicon.is_generic(surface):
            full = by_initials.get(surface, {})
            if len(full) == 1 and (group.kind is not None or len(surface) > 2):
                absorb(next(iter(full.values())), group)

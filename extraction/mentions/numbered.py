"""Versions told in words: "la version 2.7 de PyTorch" names PyTorch 2.7, and so does "PyTorch version 2.7"."""

import re
from collections.abc import Sequence

from extraction.mentions.candidates import Candidate

_BEFORE = re.compile(r"\bversion (\d+(?:\.\d+)*) (?:de |d['’]|du |of )(?:the )?$", re.IGNORECASE)
_AFTER = re.compile(r",? version (\d+(?:\.\d+)*)\b", re.IGNORECASE)
_REACH = 30
"""Characters before a name in which its version may be told."""
_VERSIONED = frozenset({"Model", "Framework", "Product", "Standard"})


def with_versions(candidates: Sequence[Candidate], text: str) -> list[Candidate]:
    """The candidates, those of known things with a version beside them made into that version."""
    return [_versioned(one, text) for one in candidates]


def _versioned(one: Candidate, text: str) -> Candidate:
    if one.known is None or any(char.isdigit() for char in one.surface):
        return one
    if not any(match.entity.kind in _VERSIONED and not match.weak for match in one.known.matches):
        return one
    low = max(one.start - _REACH, 0)
    if found := _BEFORE.search(text[low : one.start]):
        start = low + found.start()
        whole = one._replace(start=start, surface=text[start : one.end])
    elif found := _AFTER.match(text, one.end):
        whole = one._replace(end=found.end(), surface=text[one.start : found.end()])
    else:
        return one
    return whole._replace(known=None, base=one.known, extends="version", name=f"{one.surface} {found.group(1)}")

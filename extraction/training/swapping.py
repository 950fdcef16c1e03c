"""Other names in the place of those of a text, so that the network reads what is said and not who is known for it.

A name gives way to one of its kind, wherever the text has it; what the text says of the one then holds of the other.
As in Zhang et al. (2017), who mask the names altogether; but a reader of news also knows whom it reads of, so only a
part of the texts is changed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from random import Random

from tokenizers import Tokenizer

from extraction.catalogue import load_catalogue
from extraction.network import Asked
from extraction.training.examples import Text

SWAPPED = 0.3
"""Share of texts in which names give way to others; chosen by hand."""
EACH = 0.6
"""Share of the names of such a text that do; chosen by hand."""
LONGEST = 8
"""Pieces in a name that takes another's place."""

Pieces = tuple[int, ...]
Run = tuple[int, int]
"""First piece and the one behind the last."""


def pools(tokenizer: Tokenizer, kinds: Mapping[str, int]) -> dict[int, list[Pieces]]:
    """The names of the catalogue as pieces, by the number of their kind."""
    found: dict[int, list[Pieces]] = {}
    for entity in load_catalogue().entities:
        ids = tuple(tokenizer.encode(entity.name, add_special_tokens=False).ids)
        if entity.kind in kinds and len(ids) <= LONGEST:
            found.setdefault(kinds[entity.kind], []).append(ids)
    return found


def swapped(text: Text, others: Mapping[int, Sequence[Pieces]], random: Random) -> Text:
    """The text with some of its names replaced by others of their kind, each wherever it stands."""
    ids, marks = text.window.ids, text.window.marks
    names = {(first, behind): ((marks[first] - 1) // 2, ids[first:behind]) for first, behind in _names(marks)}
    chosen = {
        (kind, own): random.choice(others[kind])
        for kind, own in sorted(set(names.values()))
        if others.get(kind) and random.random() < EACH
    }
    return _with(text, {run: chosen[name] for run, name in names.items() if name in chosen})


def _names(marks: Sequence[int]) -> Iterator[Run]:
    """The names that are marked: an odd mark opens one, the even one that follows it goes on."""
    for first, mark in enumerate(marks):
        if mark % 2:
            behind = first + 1
            while behind < len(marks) and marks[behind] == mark + 1:
                behind += 1
            yield first, behind


def _with(text: Text, parts: Mapping[Run, Pieces]) -> Text:
    """The text with other pieces in the place of runs, and all that points at its pieces pointing at the new ones."""
    placed = {first: (behind, new) for (first, behind), new in parts.items()}
    ids: list[int] = []
    marks: list[int] = []
    moved: list[range] = []
    origin: list[int] = []
    at = 0
    while at < len(text.window.ids):
        behind, new = placed.get(at, (at + 1, (text.window.ids[at],)))
        mark = text.window.marks[at]
        moved += [range(len(ids), len(ids) + len(new))] * (behind - at)
        ids += new
        marks += [mark, *[mark + 1] * (len(new) - 1)]
        origin += [at] * len(new)
        at = behind
    return replace(
        text,
        window=replace(text.window, ids=tuple(ids), spans=(), marks=tuple(marks)),
        examples=tuple(replace(one, asked=_moved(one.asked, moved, origin)) for one in text.examples),
        places=tuple(
            (moved[first].start, moved[last].stop - 1, kind)
            for first, last, kind in text.places
            if _keeps(first, last + 1, parts)
        ),
    )


def _moved(asked: Asked, moved: Sequence[range], origin: Sequence[int]) -> Asked:
    left, right = (tuple(sorted({new for at in pieces for new in moved[at]})) for pieces in (asked.left, asked.right))
    return replace(asked, left=left, right=right, segments=tuple(asked.segments[at] for at in origin))


def _keeps(first: int, behind: int, runs: Iterable[Run]) -> bool:
    """Whether a run of pieces has each name that was replaced whole or not at all."""
    return all(behind <= low or high <= first or (first <= low and high <= behind) for low, high in runs)

"""How the network is asked about a pair, alike when a digest is read and in training: its ends, and what was read."""

from collections.abc import Mapping, Sequence

from extraction.claims.clause import Argument, Clause
from extraction.claims.pairs import Pair
from extraction.claims.raw import RawClaim
from extraction.network import Asked, Window, kind_number
from graph.ontology import Ontology

Ends = frozenset[int | str]
"""The two entities of a pair, or the entity and the normal form of a value."""


def ask(window: Window, clause: Clause, pair: Pair, votes: tuple[int, ...], kinds: Mapping[str, int]) -> Asked:
    """A pair as the network is asked about it."""
    left, right = pair.left, pair.right
    here = window.pieces(left.start, max(left.end, left.start + 1))
    own = range(here.start, here.start) if left.unsaid else here
    there = window.pieces(right.start, right.end)
    lefts, rights = ({*own, *_named(window, left)}, {*there, *_named(window, right)})
    inside = window.pieces(clause.sentence.start, clause.sentence.end)
    low = own.stop - 1 if own else here.start - 1
    high = there.start if there else len(window.ids)
    segments = tuple(_segment(index, lefts, rights, inside, low, high) for index in range(len(window.ids)))
    flags = (float(left.refers), float(right.refers), float(pair.topical), float(pair.coordinated))
    numbers = (kind_number(left.kinds[0], kinds), kind_number(right.kinds[0], kinds))
    return Asked(tuple(sorted(lefts)), tuple(sorted(rights)), segments, numbers, flags, votes)


def told_by_pair(read: Sequence[RawClaim]) -> dict[Ends, list[RawClaim]]:
    """What triggers read, by the two ends that it joins."""
    told: dict[Ends, list[RawClaim]] = {}
    for raw in read:
        other = raw.object.entity if raw.object is not None else raw.value or ""
        told.setdefault(frozenset((raw.subject.entity, other)), []).append(raw)
    return told


def ends(pair: Pair) -> Ends:
    """The two ends of a pair."""
    return frozenset((pair.named.entity, pair.right.entity if pair.value is None else pair.value.value))


def class_of(raw: RawClaim, pair: Pair, ontology: Ontology) -> str:
    """The class of what was read of a pair: the predicate and its way."""
    onward = ontology.predicate(raw.predicate).symmetric or raw.subject.entity == pair.left.entity
    return f"{raw.predicate}{'>' if onward else '<'}"


def _segment(index: int, lefts: set[int], rights: set[int], inside: range, low: int, high: int) -> int:
    if index in lefts:
        return 1
    if index in rights:
        return 2
    if index not in inside:
        return 0
    return 3 if low < index < high else 4 if index <= low else 5


def _named(window: Window, argument: Argument) -> range:
    """The pieces of the name that a word stands for."""
    return window.pieces(*argument.reference.name) if argument.reference else range(0)

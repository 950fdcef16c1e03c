"""The pairs of names, or of a name and a value, of a sentence that the network is asked about.

Beside names stand words that refer to one ("it", "the company"), and the topic of the news item, which needs no word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.claims.clause import Argument, Clause
from extraction.claims.values import NO_ENTITY, Value
from graph.ontology import Ontology

MAX_BETWEEN = 260
"""Characters between two names beyond which no pair is looked at."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two arguments of a sentence in reading order; a topic, for which no words stand, comes first.

    `start` and `end` are the clean text between them; `coordinated` are the names of one list; `value` is the one of
    them that is no name, if any.
    """

    left: Argument
    right: Argument
    start: int
    end: int
    topical: bool = False
    coordinated: bool = False
    value: Value | None = None

    @property
    def named(self) -> Argument:
        """The one that is a name; the left of two."""
        return self.right if self.left.entity == NO_ENTITY else self.left


Unit = tuple[Argument, ...]


def pairs(clause: Clause, stand_ins: Sequence[Argument] = (), topics: Sequence[Argument] = ()) -> Iterator[Pair]:
    """Every pair of arguments of a clause that are near enough.

    Args:
        clause: With its names.
        stand_ins: Arguments that words of the clause refer to.
        topics: Arguments that the clause may be about without a word for them.
    """
    units: list[Unit] = [*(group.arguments for group in clause.groups), *((one,) for one in stand_ins)]
    units.sort(key=lambda unit: unit[0].start)
    for number, left in enumerate(units):
        for place, one in enumerate(left):
            for other in left[place + 1 :]:
                yield Pair(one, other, one.end, other.start, coordinated=True)
        for right in units[number + 1 :]:
            if right[0].start - left[-1].end > MAX_BETWEEN:
                break
            yield from _across(left, right, topical=False)
    for topic in topics:
        for right in units:
            if right[0].start - clause.sentence.start > MAX_BETWEEN:
                break
            if not right[0].refers:
                yield from _across((topic,), right, topical=True)


def value_pairs(
    clause: Clause,
    values: Sequence[Value],
    ontology: Ontology,
    stand_ins: Sequence[Argument] = (),
    topics: Sequence[Argument] = (),
) -> Iterator[Pair]:
    """Every argument of a clause with each value that it can bear and that is near enough."""
    for value in values:
        for argument in (*clause.arguments, *stand_ins, *topics):
            if not any(ontology.allows(predicate, argument.kinds[0], None) for predicate in value.predicates):
                continue
            left, right = sorted((argument, value.argument), key=lambda one: (one.start, one.end))
            if right.start - left.end <= MAX_BETWEEN:
                yield Pair(left, right, left.end, right.start, argument.unsaid, value=value)


def _across(left: Unit, right: Unit, *, topical: bool) -> Iterator[Pair]:
    for one in left:
        for other in right:
            if one.entity != other.entity and not (one.refers and other.refers):
                yield Pair(one, other, left[-1].end, right[0].start, topical)

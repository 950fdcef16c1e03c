"""What the network says of candidates: whether what the catalogue does not know is a name, and which kind is meant.

Its chances become votes and points like those of words beside a name, pooled over the occurrences of a form. Of what
the catalogue knows it is asked where one name stands for several kinds: a firm and its product.
"""

from collections.abc import Mapping, Sequence

import numpy

from extraction.mentions.chances import KindChances, Span, name_chance
from extraction.mentions.groups import TOLD, Group
from extraction.mentions.votes import decide
from extraction.network import Floats
from graph.records import Kind

KIND_POINTS = 4.0
"""Votes for a kind that is certain; chosen by measuring on our gold."""
SURE, UNLIKELY = 0.97, 0.3
"""Chances of being a name from which a form gains by it, and below which it loses; chosen by measuring on our gold and
on real digests."""
NAME_POINTS = 1.5
"""What it gains or loses, in points; chosen by measuring on our gold."""
OTHER_KIND = 0.3
"""Lead, in mean chances, from which a known entity is another of its possible kinds; chosen by measuring on real
digests."""
MOST = 6
"""Occurrences of a form that are asked about."""


def contexts(groups: Mapping[str, Group], chances: KindChances) -> dict[str, dict[str, float]]:
    """The mean chance of each kind for the forms that the catalogue knows by weak names alone, by their keys."""
    weak = {key: group for key, group in groups.items() if (found := group.matches()) and all(m.weak for m in found)}
    chances.ask(_places(*weak.values()))
    means = {key: _mean([group], chances) for key, group in weak.items()}
    return {
        key: {kind: float(mean[number]) for kind, number in list(chances.kinds.items())[:-1]}
        for key, mean in means.items()
        if mean is not None
    }


def weigh(groups: Mapping[str, Group], chances: KindChances) -> None:
    """Tell unknown groups what their surroundings say, and let them choose between the kinds of known ones."""
    known: dict[str, list[Group]] = {}
    unknown = []
    for group in groups.values():
        if group.entity is None:
            unknown.append(group)
        elif group.entity.also:
            known.setdefault(group.entity.name, []).append(group)
    known = {name: alike for name, alike in known.items() if all(decide(one.votes)[1] < TOLD for one in alike)}
    chances.ask(_places(*unknown, *(group for alike in known.values() for group in alike)))
    for group in unknown:
        if (mean := _mean([group], chances)) is not None:
            _tell(group, mean, chances.kinds)
    for alike in known.values():
        if (mean := _mean(alike, chances)) is not None:
            _choose(alike, mean, chances.kinds)


def _places(*groups: Group) -> dict[int, list[Span]]:
    """The first occurrences of groups, by line."""
    places: dict[int, list[Span]] = {}
    for group in groups:
        for one in group.members[:MOST]:
            places.setdefault(one.line, []).append((one.start, one.end))
    return places


def _mean(groups: Sequence[Group], chances: KindChances) -> Floats | None:
    rows = [chances.of((one.start, one.end)) for group in groups for one in group.members[:MOST]]
    seen = [row for row in rows if row is not None]
    return numpy.mean(seen, axis=0) if seen else None


def _tell(group: Group, mean: Floats, kinds: Mapping[str, int]) -> None:
    group.context.add((kind, round(KIND_POINTS * float(mean[number]), 3)) for kind, number in list(kinds.items())[:-1])
    likely = name_chance(mean)
    group.strength += NAME_POINTS * ((likely >= SURE) - (likely < UNLIKELY))


def _choose(groups: Sequence[Group], mean: Floats, kinds: Mapping[str, int]) -> None:
    """Make a known entity the likeliest of its kinds where its own is far less likely."""
    entity = groups[0].entity
    if entity is None:
        return
    chance = {kind: float(mean[kinds[kind]]) for kind in (entity.kind, *entity.also) if kind in kinds}
    best = max(chance, key=lambda kind: (chance[kind], kind))
    if chance[best] - chance.get(entity.kind, 0.0) >= OTHER_KIND:
        for group in groups:
            group.entity = entity.as_kind(Kind(best))
            group.kind = group.entity.kind

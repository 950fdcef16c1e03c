"""What the network says of candidates: whether what the catalogue does not know is a name, and which kind is meant.

Its chances become votes and points like those of words beside a name, pooled over the occurrences of a form. Of what
the catalogue knows it is asked where one name stands for several kinds: a firm and its product.
"""

from collections.abc import Mapping, Sequence

import numpy

from extraction.document import Sentence
from extraction.mentions.groups import TOLD, Group
from extraction.mentions.lines import Line
from extraction.mentions.votes import decide
from extraction.network import Encoded, Floats, Network, windows
from graph.records import Kind

KIND_POINTS = 4.0
"""Votes for a kind that is certain; chosen by measuring on our gold."""
SURE, UNLIKELY = 0.95, 0.2
"""Chances of being a name from which a form gains by it, and below which it loses; chosen by measuring on our gold."""
NAME_POINTS = 1.5
"""What it gains or loses, in points; chosen by measuring on our gold."""
OTHER_KIND = 0.5
"""Lead, in mean chances, from which a known entity is another of its possible kinds; chosen by measuring on real
digests."""
MOST = 6
"""Occurrences of a form that are asked about."""


def weigh(
    groups: Mapping[str, Group], lines: Sequence[Line], text: str, sentences: Sequence[Sentence], network: Network
) -> None:
    """Tell unknown groups what their surroundings say, and let them choose between the kinds of known ones."""
    known: dict[str, list[str]] = {}
    for key, group in groups.items():
        if group.entity is not None and group.entity.also and decide(group.votes)[1] < TOLD:
            known.setdefault(group.entity.name, []).append(key)
    unknown = [key for key, group in groups.items() if group.entity is None]
    chances = _chances(
        [*unknown, *(key for keys in known.values() for key in keys)], groups, lines, text, sentences, network
    )
    for key in unknown:
        if key in chances:
            _tell(groups[key], numpy.mean(chances[key], axis=0), network.kinds)
    for keys in known.values():
        rows = [row for key in keys for row in chances.get(key, ())]
        if rows:
            _choose([groups[key] for key in keys], numpy.mean(rows, axis=0), network.kinds)


def _chances(
    keys: Sequence[str],
    groups: Mapping[str, Group],
    lines: Sequence[Line],
    text: str,
    sentences: Sequence[Sentence],
    network: Network,
) -> dict[str, list[Floats]]:
    """The chances of each kind, and last of none, at the first occurrences of each group."""
    asked: dict[int, list[tuple[str, int, int]]] = {}
    for key in keys:
        for one in groups[key].members[:MOST]:
            asked.setdefault(one.line, []).append((key, one.start, one.end))
    if not asked:
        return {}
    parts = windows(text, [sentences[line.sentence] for line in lines], [], [], network.tokenizer, network.kinds)
    chances: dict[str, list[Floats]] = {}
    encoded = Encoded(network)
    for number, places in sorted(asked.items()):
        window = parts[sentences[lines[number].sentence].position]
        runs = [(key, window.pieces(start, end)) for key, start, end in places]
        runs = [(key, run) for key, run in runs if run]
        if not runs:
            continue
        for (key, _), row in zip(runs, network.kind_chances(encoded.of(window), [run for _, run in runs]), strict=True):
            chances.setdefault(key, []).append(row)
    return chances


def _tell(group: Group, mean: Floats, kinds: Mapping[str, int]) -> None:
    group.context.add((kind, round(KIND_POINTS * float(mean[number]), 3)) for kind, number in list(kinds.items())[:-1])
    likely = 1 - float(mean[-1])
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

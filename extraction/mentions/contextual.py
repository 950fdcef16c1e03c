"""What the network says of candidates that the catalogue does not know: whether they are names, and of what kind.

Its chances become votes and points like those of words beside a name, pooled over the occurrences of a form.
"""

from collections.abc import Mapping, Sequence

import numpy

from extraction.document import Sentence
from extraction.mentions.groups import Group
from extraction.mentions.lines import Line
from extraction.network import Encoded, Floats, Network, windows

KIND_POINTS = 4.0
"""Votes for a kind that is certain; chosen by measuring on our gold."""
SURE, UNLIKELY = 0.95, 0.2
"""Chances of being a name from which a form gains by it, and below which it loses; chosen by measuring on our gold."""
NAME_POINTS = 1.5
"""What it gains or loses, in points; chosen by measuring on our gold."""
MOST = 6
"""Occurrences of a form that are asked about."""


def weigh(
    groups: Mapping[str, Group], lines: Sequence[Line], text: str, sentences: Sequence[Sentence], network: Network
) -> None:
    """Tell unknown groups what their surroundings say."""
    asked: dict[int, list[tuple[str, int, int]]] = {}
    for key, group in groups.items():
        if group.entity is None:
            for one in group.members[:MOST]:
                asked.setdefault(one.line, []).append((key, one.start, one.end))
    if not asked:
        return
    read = [sentences[line.sentence] for line in lines]
    parts = windows(text, read, [], [], network.tokenizer, network.kinds)
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
    for key, rows in chances.items():
        mean = numpy.mean(rows, axis=0)
        groups[key].context.add(
            (kind, round(KIND_POINTS * float(mean[number]), 3)) for kind, number in list(network.kinds.items())[:-1]
        )
        likely = 1 - float(mean[-1])
        groups[key].strength += NAME_POINTS * ((likely >= SURE) - (likely < UNLIKELY))

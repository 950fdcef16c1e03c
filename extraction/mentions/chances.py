"""What the network says of spans of a digest: how likely each is a name of each kind, or none.

It sees the text without any names marked. Each window is encoded once for all spans that are asked about together.
"""

from collections.abc import Iterable, Mapping, Sequence

from extraction.document import Sentence
from extraction.mentions.lines import Line
from extraction.network import Encoded, Floats, Network, windows

Span = tuple[int, int]


class KindChances:
    """The chances of each kind, and last of none, of spans of the lines of a digest."""

    def __init__(self, text: str, sentences: Sequence[Sentence], lines: Sequence[Line], network: Network) -> None:
        self.kinds = network.kinds
        self._network = network
        self._positions = [sentences[line.sentence].position for line in lines]
        read = [sentences[line.sentence] for line in lines]
        self._windows = windows(text, read, [], [], network.tokenizer, network.kinds)
        self._encoded = Encoded(network)
        self._known: dict[Span, Floats | None] = {}

    def ask(self, spans: Mapping[int, Iterable[Span]]) -> None:
        """Find and keep the chances of spans, by the number of their line."""
        for number, asked in sorted(spans.items()):
            new = sorted({span for span in asked if span not in self._known})
            self._known.update(zip(new, self.rows(number, new), strict=True))

    def rows(self, number: int, spans: Sequence[Span]) -> list[Floats | None]:
        """The chances of spans of a line, of which nothing is kept; None where the network does not see one."""
        window = self._windows[self._positions[number]]
        runs = [window.pieces(*span) for span in spans]
        seen = [run for run in runs if run]
        if not seen:
            return [None] * len(spans)
        found = iter(self._network.kind_chances(self._encoded.of(window), seen))
        return [next(found) if run else None for run in runs]

    def keep(self, span: Span, row: Floats | None) -> None:
        """Keep what `rows` found of a span, for `of` to give."""
        self._known[span] = row

    def of(self, span: Span) -> Floats | None:
        """The chances of a span that was asked about; None where the network does not see it."""
        return self._known[span]


def name_chance(row: Floats | None) -> float:
    """The chance that a span is a name of any kind; 0 where the network does not see it."""
    return 0.0 if row is None else 1 - float(row[-1])

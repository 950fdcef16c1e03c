"""Which texts a round reads: those not read yet, those that the network reads worst, and a share of the others.

Selective backpropagation as in Jiang et al. (2019), by what a text's pairs lost when it was last read: texts of the
first files, read twenty times, teach little more, and new ones are found among them by what they lose.
"""

from collections.abc import Iterable
from random import Random

LEAST = 0.12
"""Share of the texts read best that is read all the same, so that nothing is forgotten; chosen by hand."""
FULL = 0.6
"""Share of the texts, from the best read up, whose loss is the least with which a text is surely read again."""


class Sampler:
    """The texts of each round, by what they lost in the last one that read them."""

    def __init__(self) -> None:
        self._lost: dict[int, float] = {}

    def draw(self, count: int, random: Random) -> list[int]:
        """The numbers, below `count`, of the texts that the next round reads."""
        losses = sorted(self._lost.values())
        full = losses[int(len(losses) * FULL)] if losses else 0.0
        return [number for number in range(count) if random.random() < self._share(number, full)]

    def saw(self, texts: Iterable[int], lost: float) -> None:
        """Take note of what texts that were read together lost."""
        for number in texts:
            self._lost[number] = lost

    def _share(self, number: int, full: float) -> float:
        lost = self._lost.get(number)
        if lost is None or lost >= full:
            return 1.0
        return max(LEAST, lost / full)

"""Votes for the kind of a name: points for each kind, added up over a document."""

from collections import defaultdict
from collections.abc import Iterable, Mapping


class Votes(defaultdict[str, float]):
    """Points by kind; a kind without votes has none."""

    def __init__(self, pairs: Iterable[tuple[str, float]] = ()) -> None:
        super().__init__(float)
        self.add(pairs)

    def add(self, pairs: Iterable[tuple[str, float]]) -> None:
        """Add points to kinds."""
        for kind, points in pairs:
            self[kind] += points

    def best(self) -> float:
        """The most points that a kind has."""
        return max(self.values(), default=0.0)


def decide(votes: Mapping[str, float]) -> tuple[str | None, float]:
    """The kind with most points, and by how much it leads; ties fall to the name that sorts first."""
    ranked = sorted(
        ((points, kind) for kind, points in votes.items() if points > 0), key=lambda pair: (-pair[0], pair[1])
    )
    if not ranked:
        return None, 0.0
    lead = ranked[0][0] - (ranked[1][0] if len(ranked) > 1 else 0.0)
    return ranked[0][1], lead

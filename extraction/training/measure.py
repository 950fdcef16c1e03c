"""How well the network reads items that it was not trained on."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy
import numpy.typing


class Measured(NamedTuple):
    """A pair: the chance of each class, whether it holds, and whether a trigger said so."""

    chances: numpy.typing.NDArray[numpy.float32]
    truth: numpy.typing.NDArray[numpy.bool_]
    told: numpy.typing.NDArray[numpy.bool_]


class Named(NamedTuple):
    """What may be a name: the chance of each kind, the last for none, and the number of what it is."""

    chances: numpy.typing.NDArray[numpy.float32]
    kind: int


def summary(
    measured: Sequence[Measured], named: Sequence[Named], classes: Mapping[str, int], *, short: bool = False
) -> str:
    """What triggers tell, and with them the network from several probabilities on; then each class by itself."""
    chances, truth, told = (numpy.array([one[part] for one in measured]) for part in range(3))
    stated = max(int(truth.sum()), 1)
    lines = [f"  triggers: precision {_share(told & truth, told):.3f}, recall {(told & truth).sum() / stated:.3f}"]
    for least in (0.5, 0.7, 0.8, 0.9):
        spoken = chances >= least
        both, added = spoken | told, spoken & ~told
        recall = (both & truth).sum() / stated
        lines.append(
            f"  both from {least}: precision {_share(both & truth, both):.3f}, recall {recall:.3f}; "
            f"added {int(added.sum())}, of them right {_share(added & truth, added):.3f}"
        )
    best, kind = numpy.array([one.chances for one in named]).argmax(axis=1), numpy.array([one.kind for one in named])
    none = len(named[0].chances) - 1
    lines.append(
        f"  names: told from none {_share((best != none) & (kind != none), best != none):.3f} of those told, "
        f"{_share((best != none) & (kind != none), kind != none):.3f} of all; kind of these right "
        f"{_share((best == kind) & (kind != none), (best != none) & (kind != none)):.3f}"
    )
    if not short:
        for name, number in classes.items():
            added = (chances[:, number] >= 0.8) & ~told[:, number]
            missed = int((truth[:, number] & ~told[:, number] & ~added).sum())
            lines.append(
                f"    {name}: added {int(added.sum())}, right {int((added & truth[:, number]).sum())}, missed {missed}"
            )
    return "\n".join(lines)


def _share(right: numpy.typing.NDArray[numpy.bool_], told: numpy.typing.NDArray[numpy.bool_]) -> float:
    return float(right.sum() / max(int(told.sum()), 1))

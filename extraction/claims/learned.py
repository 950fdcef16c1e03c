"""A linear model over pairs of names: which predicates hold between two names of a sentence, and which way.

Trained by `python -m extraction.training` on the corpus in `data/corpus`, kept as a compressed table of weights in
`data/models`; reading it needs nothing but numpy. What the triggers read of a pair is among its features, and stands;
the model adds what they do not read.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

import numpy
import numpy.typing

from extraction.claims.clause import Clause
from extraction.claims.pairs import Pair
from extraction.claims.raw import RawClaim
from graph.errors import InvalidDeclaration
from graph.ontology import Ontology
from graph.settings import DATA_FOLDER

Weights = numpy.typing.NDArray[numpy.float32]
Entities = frozenset[int]
UNHEARD = frozenset({"AVAILABLE_ON", "ENFORCES", "INVESTED_IN", "OUTPERFORMS", "SUPPORTS"})
"""Predicates of which the model was wrong about as often as right on real digests; triggers alone read them."""


class PairJudge(Protocol):
    """What looks at all pairs of names of a clause together, after the triggers."""

    def judge(self, clause: Clause, candidates: Sequence[Pair], read: Sequence[RawClaim]) -> list[RawClaim]:
        """The claims that hold between the candidates and that triggers did not read."""


class PairModel:
    """Weights of every feature for every class; a class is a predicate with ">" or "<" for the way it reads.

    `speaks` are the probabilities from which each class is to be believed where no trigger read it.
    """

    def __init__(
        self,
        classes: tuple[str, ...],
        features: Mapping[str, int],
        weights: Weights,
        bias: Weights,
        speaks: Weights,
    ) -> None:
        self.classes, self._features, self._weights, self._bias = classes, features, weights, bias
        self.speaks = speaks

    def probabilities(self, features: Sequence[str]) -> Weights:
        """The probability of each class, each by itself, in the order of `classes`."""
        rows = [self._features[feature] for feature in features if feature in self._features]
        scores = self._bias + self._weights[rows].sum(axis=0) if rows else self._bias
        return numpy.asarray(1 / (1 + numpy.exp(-scores)), dtype=numpy.float32)


class ModelJudge:
    """Judges with a pair model."""

    def __init__(self, model: PairModel, ontology: Ontology) -> None:
        self.model, self.ontology = model, ontology

    def judge(self, clause: Clause, candidates: Sequence[Pair], read: Sequence[RawClaim]) -> list[RawClaim]:
        """What the model believes of pairs of which no trigger said it, likelier readings of a pair first."""
        chances: dict[tuple[str, int, int], float] = {}
        found: dict[tuple[str, int, int], RawClaim] = {}
        told = told_by_pair(read)
        for pair in candidates:
            values = self.model.probabilities((*pair.features, *votes(pair, told)))
            for number in numpy.flatnonzero(values >= self.model.speaks):
                name, value = self.model.classes[number], float(values[number])
                subject, object_ = (pair.left, pair.right) if name[-1] == ">" else (pair.right, pair.left)
                key = self._key(name[:-1], subject.entity, object_.entity)
                allowed = self.ontology.allows(name[:-1], subject.kinds[0], object_.kinds[0])
                if allowed and name[:-1] not in UNHEARD and value > chances.get(key, 0.0):
                    chances[key] = value
                    found[key] = _claim(clause, pair, name, value)
        known = {self._key(raw.predicate, raw.subject.entity, raw.object.entity) for raw in read if raw.object}
        return [raw for key, raw in found.items() if key not in known]

    def _key(self, predicate: str, subject: int, object_: int) -> tuple[str, int, int]:
        if self.ontology.predicate(predicate).symmetric:
            subject, object_ = min(subject, object_), max(subject, object_)
        return predicate, subject, object_


def told_by_pair(read: Sequence[RawClaim]) -> dict[Entities, list[RawClaim]]:
    """What triggers read, by the two entities that it joins."""
    told: dict[Entities, list[RawClaim]] = {}
    for raw in read:
        if raw.object is not None:
            told.setdefault(frozenset((raw.subject.entity, raw.object.entity)), []).append(raw)
    return told


def votes(pair: Pair, told: Mapping[Entities, Sequence[RawClaim]]) -> Iterator[str]:
    """Features that say what triggers read of a pair."""
    read = told.get(frozenset((pair.left.entity, pair.right.entity)), ())
    if not read:
        yield "silent"
    for raw in read:
        way = ">" if raw.subject.entity == pair.left.entity else "<"
        refers = raw.subject.refers or (raw.object is not None and raw.object.refers)
        yield f"vote={raw.predicate}{way}"
        yield f"vote={raw.predicate}{way} ref={int(refers)} topic={int(pair.topical)}"
        yield f"rule={raw.rule} {way}"
        yield f"sort={raw.rule.rpartition('/')[0]} {way}"


def _claim(clause: Clause, pair: Pair, name: str, chance: float) -> RawClaim:
    subject, object_ = (pair.left, pair.right) if name[-1] == ">" else (pair.right, pair.left)
    return RawClaim(
        name[:-1], subject, object_, None, (pair.start, max(pair.end, pair.start + 1)),
        f"{clause.language}/{name[:-1]}/learned", round(min(chance, 0.99), 3), clause.sentence.position,
    )  # fmt: skip


@cache
def load_pair_model(language: str, folder: Path = DATA_FOLDER / "models") -> PairModel | None:
    """The model of a language; None when none was trained.

    Raises:
        InvalidDeclaration: the file is not a table of weights.
    """
    path = folder / f"pairs.{language}.npz"
    if not path.exists():
        return None
    try:
        with numpy.load(path, allow_pickle=False) as table:
            names = json.loads(bytes(table["features"]).decode())
            weights = table["weights"].astype(numpy.float32) * float(table["scale"])
            bias, speaks = (table[name].astype(numpy.float32) for name in ("bias", "speaks"))
            classes = tuple(json.loads(bytes(table["classes"]).decode()))
    except (ValueError, KeyError, OSError) as error:
        raise InvalidDeclaration(path.name, f"is no table of weights ({error})") from error
    features = {name: index for index, name in enumerate(names)}
    return PairModel(classes, features, weights, bias, speaks)

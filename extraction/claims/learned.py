"""A linear model over pairs of names: which predicate holds between two names of a sentence, and which way.

Trained by `python -m extraction.training` on the corpus in `data/corpus`, kept as a compressed table of weights in
`data/models`; reading it needs nothing but numpy. One vote beside the triggers: it speaks only where they are silent.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import numpy
import numpy.typing

from extraction.claims.clause import Clause
from extraction.claims.pairs import pairs
from extraction.claims.reading import RawClaim
from graph.errors import InvalidDeclaration
from graph.ontology import Ontology
from graph.settings import DATA_FOLDER

NONE = "NONE"
"""The class of pairs between which nothing holds."""
REACH = 140
"""Characters between two names beyond which the model is not asked: what it says of far pairs is often wrong."""
PARTS = frozenset(":;")
"""Marks that part a sentence: what stands on either side of one is seldom one claim."""
Weights = numpy.typing.NDArray[numpy.float32]


class PairModel:
    """Weights of every feature for every class; a class is a predicate with ">" or "<" for the way it reads.

    `thresholds` are the probabilities from which each class is to be believed, from cross-validation.
    """

    def __init__(
        self,
        classes: tuple[str, ...],
        features: Mapping[str, int],
        weights: Weights,
        bias: Weights,
        thresholds: Weights,
    ) -> None:
        self.classes, self._features, self._weights, self._bias = classes, features, weights, bias
        self.thresholds = dict(zip(classes, thresholds.tolist(), strict=True))

    def probabilities(self, features: tuple[str, ...]) -> Weights:
        """The probability of each class, in the order of `classes`."""
        rows = [self._features[feature] for feature in features if feature in self._features]
        scores = self._bias + self._weights[rows].sum(axis=0) if rows else self._bias.copy()
        exponents = numpy.exp(scores - scores.max())
        return numpy.asarray(exponents / exponents.sum(), dtype=numpy.float32)


class PairReader:
    """Reads clauses with a pair model: what it believes of each pair of names."""

    def __init__(self, model: PairModel, ontology: Ontology) -> None:
        self.model, self.ontology = model, ontology

    def read(self, clause: Clause) -> Iterator[RawClaim]:
        """The claims of a clause, at most one for each pair of names."""
        for pair in pairs(clause):
            if pair.left.entity == pair.right.entity or pair.end - pair.start > REACH:
                continue
            if set(clause.between(pair.start, pair.end)) & PARTS:
                continue
            chances = self.model.probabilities(pair.features)
            best, chance = "", 0.0
            for name, value in zip(self.model.classes, chances, strict=True):
                if value > chance and (name == NONE or self._allowed(name, pair.left.kinds[0], pair.right.kinds[0])):
                    best, chance = name, float(value)
            if best in ("", NONE) or chance < self.model.thresholds[best]:
                continue
            predicate, way = best[:-1], best[-1]
            subject, object_ = (pair.left, pair.right) if way == ">" else (pair.right, pair.left)
            yield RawClaim(
                predicate, subject, object_, None, (pair.start, max(pair.end, pair.start + 1)),
                f"{clause.language}/{predicate}/learned", round(min(chance, 0.99), 3), clause.sentence.position,
            )  # fmt: skip

    def _allowed(self, name: str, left: str, right: str) -> bool:
        ends = (left, right) if name[-1] == ">" else (right, left)
        return self.ontology.allows(name[:-1], *ends)


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
            bias = table["bias"].astype(numpy.float32)
            thresholds = table["thresholds"].astype(numpy.float32)
            classes = tuple(json.loads(bytes(table["classes"]).decode()))
    except (ValueError, KeyError, OSError) as error:
        raise InvalidDeclaration(path.name, f"is no table of weights ({error})") from error
    return PairModel(classes, {name: index for index, name in enumerate(names)}, weights, bias, thresholds)

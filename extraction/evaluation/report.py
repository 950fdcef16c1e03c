"""The figures of an evaluation, and how they are written for people."""

from collections.abc import Iterable, Mapping

from pydantic import Field

from extraction.evaluation.misses import Miss
from extraction.evaluation.records import SystemClaim
from graph.records import Record


class Tally(Record):
    """How many were right, invented and missed, and what follows from it; shares are in [0, 1], 0 when undefined."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(tp=self.tp + other.tp, fp=self.fp + other.fp, fn=self.fn + other.fn)

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        """Share of what had to be found that was."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def shares(self) -> tuple[float, float, float]:
        """Precision, recall, F1."""
        return self.precision, self.recall, self.f1


class ClaimCounts(Record):
    """Counts about claims, all but the tally itself; each "of" is told where it is printed."""

    free: int = 0
    factuality: int = 0
    contradicted: int = 0
    not_asserted: int = 0
    not_asserted_found: int = 0
    shown_as_fact: int = 0
    dated: int = 0
    date: int = 0
    undated: int = 0
    date_invented: int = 0
    cited: int = 0
    cited_right: int = 0
    shown: int = 0

    def __add__(self, other: "ClaimCounts") -> "ClaimCounts":
        """Both together."""
        mine, theirs = self.model_dump(), other.model_dump()
        return ClaimCounts(**{name: mine[name] + theirs[name] for name in mine})


class EntityScore(Record):
    """Entities of one document or of all: with the right kind, by name alone, and per kind that was given."""

    strict: Tally = Tally()
    by_name: Tally = Tally()
    kinds: dict[str, Tally] = Field(default_factory=dict)
    duplicates: int = 0
    wrong_merges: int = 0

    def __add__(self, other: "EntityScore") -> "EntityScore":
        """Both together."""
        return EntityScore(
            strict=self.strict + other.strict,
            by_name=self.by_name + other.by_name,
            kinds=together((self.kinds, other.kinds)),
            duplicates=self.duplicates + other.duplicates,
            wrong_merges=self.wrong_merges + other.wrong_merges,
        )


class DocumentReport(Record):
    """The figures of one document, what it lost and what it made up."""

    document: str
    language: str
    entities: EntityScore
    claims: Tally
    predicates: dict[str, Tally]
    counts: ClaimCounts
    misses: tuple[Miss, ...]
    inventions: tuple[SystemClaim, ...]


class Report(Record):
    """The figures of every document, in the order of the gold; all sums are taken over them."""

    documents: tuple[DocumentReport, ...]

    @property
    def entities(self) -> EntityScore:
        """Entities of all documents."""
        return sum((document.entities for document in self.documents), EntityScore())

    @property
    def claims(self) -> Tally:
        """Claims of all documents."""
        return sum((document.claims for document in self.documents), Tally())

    @property
    def counts(self) -> ClaimCounts:
        """Counts about claims of all documents."""
        return sum((document.counts for document in self.documents), ClaimCounts())

    @property
    def languages(self) -> dict[str, Tally]:
        """Claims of all documents of each language."""
        return together({document.language: document.claims} for document in self.documents)

    @property
    def predicates(self) -> dict[str, Tally]:
        """Claims of all documents of each predicate."""
        return together(document.predicates for document in self.documents)

    @property
    def misses(self) -> tuple[Miss, ...]:
        """What was lost in all documents, with where on the way it was lost."""
        return tuple(miss for document in self.documents for miss in document.misses)

    def figures(self) -> dict[str, object]:
        """The main figures as plain values for JSON; each triple of shares is precision, recall, F1."""
        return {
            "entities": self.entities.strict.shares(),
            "entities_name": self.entities.by_name.shares(),
            "duplicates": self.entities.duplicates,
            "wrong_merges": self.entities.wrong_merges,
            "claims": self.claims.shares(),
            "languages": {language: tally.shares() for language, tally in self.languages.items()},
            "counts": {**self.claims.model_dump(), **self.counts.model_dump()},
        }


def together(parts: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    """Tallies of one name added up."""
    total: dict[str, Tally] = {}
    for part in parts:
        for name, tally in part.items():
            total[name] = total.get(name, Tally()) + tally
    return total

"""From the corpus to examples: every pair of names that the claim reader looks at, with its features and its classes.

The claim reader itself reads the corpus, with the names given and no model: what words stand for whom, what the topic
is and what triggers say are then just what they are when a digest is read.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extraction.claims.clause import Clause, build_clauses
from extraction.claims.document import DocumentReader
from extraction.claims.learned import told_by_pair, votes
from extraction.claims.pairs import Pair
from extraction.claims.raw import RawClaim
from extraction.models import load_model
from extraction.training.corpus import CorpusItem, as_digest
from graph.ontology import load_ontology


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of names: the item it is from, its features, the classes that hold and those that triggers told."""

    item: int
    features: tuple[str, ...]
    classes: frozenset[str]
    told: frozenset[str]


@dataclass(slots=True)
class Collector:
    """Stands where the model will: takes note of the pairs of every clause."""

    items: Sequence[CorpusItem]
    entities: Sequence[str]
    examples: list[Example] = field(default_factory=list)
    _named: dict[int, set[frozenset[int]]] = field(default_factory=dict)

    def judge(self, clause: Clause, candidates: Sequence[Pair], read: Sequence[RawClaim]) -> list[RawClaim]:
        """Nothing; on the side, an example for each candidate."""
        number = clause.sentence.item
        told = told_by_pair(read)
        before = self._named.setdefault(number, set())
        for pair in candidates:
            ends = frozenset((pair.left.entity, pair.right.entity))
            classes = self._classes(self.items[number], pair)
            if classes and ends in before:
                continue  # An earlier sentence may be the one that states it.
            self.examples.append(
                Example(
                    number,
                    (*pair.features, *votes(pair, told)),
                    classes,
                    frozenset(_class(raw, pair) for raw in told.get(ends, ())),
                )
            )
        before |= {
            frozenset((pair.left.entity, pair.right.entity))
            for pair in candidates
            if not (pair.left.refers or pair.right.refers)
        }
        return []

    def _classes(self, item: CorpusItem, pair: Pair) -> frozenset[str]:
        left, right = self.entities[pair.left.entity], self.entities[pair.right.entity]
        found = set()
        for claim in item.claims:
            if (claim.subject, claim.object) == (left, right):
                found.add(f"{claim.predicate}>")
            elif (claim.object, claim.subject) == (left, right):
                symmetric = load_ontology().predicate(claim.predicate).symmetric
                found.add(f"{claim.predicate}>" if symmetric else f"{claim.predicate}<")
        return frozenset(found)


def examples(items: Sequence[CorpusItem], language: str) -> list[Example]:
    """The examples of all items, in reading order."""
    given = as_digest(list(items), language)
    clauses = build_clauses(
        given.digest.text, language, given.sentences, given.names, given.entities, load_model(language)
    )
    collector = Collector(items, [entity.name for entity in given.entities])
    reader = DocumentReader(given.digest, collector)
    for clause in clauses:
        reader.read(clause)
    return collector.examples


def _class(raw: RawClaim, pair: Pair) -> str:
    symmetric = load_ontology().predicate(raw.predicate).symmetric
    return f"{raw.predicate}>" if symmetric or raw.subject.entity == pair.left.entity else f"{raw.predicate}<"

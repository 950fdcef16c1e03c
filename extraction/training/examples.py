"""From annotated text to examples: every pair that the claim reader looks at, as the network is asked about it.

The claim reader itself reads the text, with the names given and no network: what words stand for whom, what the topic
is and what triggers say are then just what they are when a digest is read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tokenizers import Tokenizer

from extraction.claims.asking import Ends, ask, class_of, ends, told_by_pair
from extraction.claims.clause import Clause
from extraction.claims.pairs import Pair
from extraction.claims.raw import RawClaim
from extraction.claims.reader import DocumentReader
from extraction.claims.tagging import build_clauses
from extraction.claims.values import Value
from extraction.evaluation.compare import same_literal
from extraction.models import load_model
from extraction.network import Asked, Window, opening, windows
from extraction.training.corpus import CorpusDigest, StatedClaim
from extraction.training.naming import Place, places
from graph.ontology import load_ontology


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of names: as it is asked about, the classes that hold and those that triggers told."""

    asked: Asked
    classes: frozenset[str]
    told: frozenset[str]


@dataclass(frozen=True, slots=True)
class Text:
    """A window of an item, the examples in it, and what is and is not a name there."""

    window: Window
    examples: tuple[Example, ...]
    places: tuple[Place, ...]


@dataclass(slots=True)
class Collector:
    """Stands where the network will: takes note of the pairs of every clause."""

    claims: Mapping[int, Sequence[StatedClaim]]
    entities: Sequence[str]
    windows: Mapping[int, Window]
    kinds: Mapping[str, int]
    examples: dict[Window, list[Example]] = field(default_factory=dict)
    _named: dict[int, set[Ends]] = field(default_factory=dict)

    def judge(self, clause: Clause, candidates: Sequence[Pair], read: Sequence[RawClaim]) -> list[RawClaim]:
        """What was read; on the side, an example for each candidate."""
        ontology, number = load_ontology(), clause.sentence.block
        stated = self.claims.get(number, ())
        told = told_by_pair(read)
        before = self._named.setdefault(number, set())
        for pair in candidates:
            classes = self._classes(stated, pair)
            if classes is None:
                continue
            window = self.windows[clause.sentence.position]
            asked = ask(window, clause, pair, (), self.kinds)
            if asked.right and not (classes and ends(pair) in before):  # An earlier sentence may be what states it.
                heard = frozenset(class_of(raw, pair, ontology) for raw in told.get(ends(pair), ()))
                self.examples.setdefault(window, []).append(Example(asked, classes, heard))
        before |= {ends(pair) for pair in candidates if not (pair.left.refers or pair.right.refers)}
        return list(read)

    def _classes(self, stated: Sequence[StatedClaim], pair: Pair) -> frozenset[str] | None:
        """What holds of a pair; None where the block tells another value of that sort, and so cannot say."""
        if pair.value is not None:
            return self._told(stated, pair, pair.value)
        left, right = self.entities[pair.left.entity], self.entities[pair.right.entity]
        found = set()
        for claim in stated:
            if (claim.subject, claim.object) == (left, right):
                found.add(f"{claim.predicate}>")
            elif (claim.object, claim.subject) == (left, right):
                symmetric = load_ontology().predicate(claim.predicate).symmetric
                found.add(f"{claim.predicate}>" if symmetric else f"{claim.predicate}<")
        return frozenset(found)

    def _told(self, stated: Sequence[StatedClaim], pair: Pair, value: Value) -> frozenset[str] | None:
        named = self.entities[pair.named.entity]
        found, others = set(), False
        for claim in stated:
            if claim.subject == named and claim.predicate in value.predicates:
                literal = load_ontology().predicate(claim.predicate).literal
                if literal is not None and same_literal(literal, claim.object, value.value):
                    found.add(f"{claim.predicate}{'>' if pair.named is pair.left else '<'}")
                else:
                    others = True
        return None if others and not found else frozenset(found)


def texts(given: CorpusDigest, tokenizer: Tokenizer, kinds: Mapping[str, int]) -> list[Text]:
    """A digest as texts with examples, in reading order."""
    digest = given.digest
    parts = windows(digest.text, given.sentences, given.names, given.entities, tokenizer, kinds)
    clauses = build_clauses(
        digest.text, digest.language, given.sentences, given.names, given.entities, load_model(digest.language)
    )
    collector = Collector(given.claims, [entity.name for entity in given.entities], parts, kinds)
    reader = DocumentReader(digest, collector)
    for clause in clauses:
        reader.read(clause)
    named = places(given, tokenizer, kinds)
    return [
        Text(window, tuple(collector.examples.get(window, ())), tuple(named.get(position, ())))
        for position, window in opening(parts).items()
    ]

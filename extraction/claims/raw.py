"""A claim as it is read: no date, no factuality, no evidence yet."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from extraction.claims.clause import Argument, Clause
from graph.ontology import Ontology
from graph.records import Factuality

PENALTY_REFERENCE = 0.15
"""Confidence lost when an end was found by reference and not by name; chosen by hand."""


@dataclass(frozen=True, slots=True)
class RawClaim:
    """A predicate read between two arguments, or an argument and a literal.

    `trigger` is the span, in clean text, of the words that state it; `told` is set when the trigger itself decides the
    factuality ("former" aside); `reduced` tells a participle that describes a name in passing ("X, led by Y"); `until`
    is where words behind the second name that state it too end ("X, which Y released"), 0 without any.
    """

    predicate: str
    subject: Argument
    object: Argument | None
    value: str | None
    trigger: tuple[int, int]
    rule: str
    confidence: float
    sentence: int
    told: Factuality | None = None
    reduced: bool = False
    until: int = 0
    qualifiers: tuple[tuple[str, str], ...] = field(default=())

    @property
    def learned(self) -> bool:
        """Whether the network read it, and no trigger did."""
        return self.rule.endswith("/learned")


def said(raw: RawClaim, ontology: Ontology) -> tuple[object, ...]:
    """What a claim says, to compare it with others: which of two ends comes first counts for nothing if symmetric."""
    ends = (raw.subject.entity, raw.object.entity if raw.object else raw.value)
    if raw.object is not None and ontology.predicate(raw.predicate).symmetric:
        ends = (min(raw.subject.entity, raw.object.entity), max(raw.subject.entity, raw.object.entity))
    return (raw.predicate, *ends, raw.qualifiers if raw.predicate == "HAS_PARAMETERS" else ())


def make_claim(
    ontology: Ontology,
    predicate: str,
    subject: Argument,
    object_: Argument,
    span: tuple[int, int],
    rule: str,
    confidence: float,
    clause: Clause,
    told: Factuality | None = None,
) -> Iterator[RawClaim]:
    """The claim; none when its ends are one thing, of kinds that do not fit, or both found by reference."""
    if subject.entity == object_.entity or not fits(ontology, predicate, subject, object_):
        return
    if subject.refers and object_.refers:
        return
    confidence -= PENALTY_REFERENCE * (subject.refers + object_.refers)
    yield RawClaim(predicate, subject, object_, None, span, rule, round(confidence, 3), clause.sentence.position, told)


def fits(ontology: Ontology, predicate: str, subject: Argument, object_: Argument | None) -> bool:
    """Whether some kinds of the two ends are those that the predicate joins."""
    ends = object_.kinds if object_ is not None else (None,)
    return any(ontology.allows(predicate, one, other) for one in subject.kinds for other in ends)

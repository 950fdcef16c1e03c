"""A claim whose object is a literal, and what may bear one."""

from extraction.claims.clause import Argument, Clause
from extraction.claims.raw import RawClaim
from graph.ontology import Ontology

SAID, MEANT = 0.85, 0.7
"""Confidence where the text names the thing, and where words stand for it; chosen by hand."""


def can_bear(ontology: Ontology, predicate: str, argument: Argument) -> bool:
    """Whether an argument is, or where it is named may be, of a kind that the predicate is told of."""
    domain = set(ontology.predicate(predicate).domain)
    return bool(set(argument.kinds[:1]) & domain) or (not argument.refers and bool(set(argument.kinds) & domain))


def literal_claim(
    clause: Clause,
    predicate: str,
    subject: Argument,
    value: str,
    trigger: tuple[int, int],
    rule: str,
    qualifiers: tuple[tuple[str, str], ...] = (),
) -> RawClaim:
    """The claim that a thing has a value."""
    confidence = MEANT if subject.refers else SAID
    return RawClaim(
        predicate, subject, None, value, trigger, rule, confidence, clause.sentence.position, qualifiers=qualifiers
    )

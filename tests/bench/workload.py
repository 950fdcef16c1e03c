"""Digests generated from the names and dates of the catalogue: as many as wanted, the same ones every time.

An entity belongs to a block of claims, so that it has as many claims in a large graph as in a small one, as things in
the news do: what a query on an entity takes must not grow with the graph. One hub is named throughout.
"""

import random
from collections.abc import Iterator
from functools import cache

from extraction.catalogue import load_catalogue
from graph.records import EntityId, Extraction, Factuality
from tests.factory import Said, day, make_extraction

CLAIMS = 10
"""Claims of one digest."""
BLOCK = 1_000
"""Digests that share their entities: 10,000 claims, the smallest graph that is measured."""
HUB = "OpenAI"
"""Named in every tenth digest."""
_PREDICATES = (
    ("RELEASED", "Organization", "Model"),
    ("RELEASED", "Organization", "Product"),
    ("ACQUIRED", "Organization", "Organization"),
    ("PARTNERED_WITH", "Organization", "Organization"),
    ("WORKS_FOR", "Person", "Organization"),
    ("RAISED", "Organization", ""),
)
_FACTUALITIES = (Factuality.ASSERTED,) * 7 + (Factuality.PLANNED, Factuality.SPECULATED, Factuality.NEGATED)


def digest(number: int) -> Extraction:
    """The digest of that number, from 0: ten sentences with a claim each."""
    pick = random.Random(number)
    published = f"20{20 + number % 6}-{1 + number // 6 % 12:02}-{1 + number // 72 % 28:02}"
    said = [_said(pick, number, line) for line in range(CLAIMS)]
    return make_extraction(said, source=f"https://outlet{number % 200}.example/{number}", published=published)


def digests(first: int, last: int) -> Iterator[Extraction]:
    """Digests from one number up to, and without, another."""
    return (digest(number) for number in range(first, last))


def probes(count: int, among: int) -> list[EntityId]:
    """Organizations that the first digests name, `among` of them, for queries; some may come twice."""
    named = {entity.id for reading in digests(0, among) for entity in reading.entities if entity.kind == "Organization"}
    return random.Random(0).choices(sorted(named), k=count)


def _said(pick: random.Random, number: int, line: int) -> Said:
    predicate, subject_kind, object_kind = pick.choice(_PREDICATES)
    block = number // BLOCK
    subject = _name(pick, subject_kind, block)
    thing = _name(pick, object_kind, block) if object_kind else None
    if number % 10 == 0 and line == 0:
        predicate, subject_kind, subject, object_kind = "RELEASED", "Organization", HUB, "Model"
        thing = _name(pick, object_kind, block)
    value = f"{pick.randrange(1, 900)} M$"
    date = day(f"2025-{pick.randrange(1, 13):02}-{pick.randrange(1, 29):02}") if pick.random() < 0.6 else None
    return Said(
        sentence=f"{subject} {predicate.lower()} {thing or value} ({number}.{line}).",
        subject=f"{subject_kind}:{subject}",
        predicate=predicate,
        object=f"{object_kind}:{thing}" if thing else None,
        value=None if thing else value,
        factuality=pick.choice(_FACTUALITIES),
        date=date,
    )


def _name(pick: random.Random, kind: str, block: int) -> str:
    name = pick.choice(_names(kind))
    return f"{name} {block}" if block else name


@cache
def _names(kind: str) -> tuple[str, ...]:
    return tuple(entity.name for entity in load_catalogue().entities if entity.kind == kind and "=" not in entity.name)

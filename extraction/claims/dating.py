"""Dates that one claim of a news item lends another: a thing comes out once, whoever is told as having released it.

A headline seldom has a date; the sentence below it has ("Le 5 avril, Mark Zuckerberg a dévoilé Llama 4"). Only the
same predicate with the same object shares, and a release with the members of the family that came out.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from extraction.claims.assemble import ReadClaim
from extraction.claims.clause import Clause
from graph.records import Date, Factuality

SHARED = frozenset({"RELEASED", "ACQUIRED"})
"""What happens to a thing once, as far as one news item goes."""
_Lender = tuple[str, int]


def share_dates(claims: Sequence[ReadClaim], clauses: Sequence[Clause]) -> list[ReadClaim]:
    """The claims, in the same order, with the only date that their item tells of what happened to their object."""
    return [
        shared
        for _, group in groupby(claims, key=lambda claim: clauses[claim.raw.sentence].sentence.item)
        for shared in _of_item(list(group))
    ]


def _of_item(claims: Sequence[ReadClaim]) -> list[ReadClaim]:
    told: dict[_Lender, list[ReadClaim]] = {}
    families: dict[int, int] = {}
    for claim in claims:
        raw = claim.raw
        if raw.object is None or claim.factuality is not Factuality.ASSERTED:
            continue
        if raw.predicate == "PART_OF":
            families[raw.subject.entity] = raw.object.entity
        if claim.date is not None and raw.predicate in SHARED:
            told.setdefault((raw.predicate, raw.object.entity), []).append(claim)
    return [_dated(claim, told, families) for claim in claims]


def _dated(
    claim: ReadClaim,
    told: dict[_Lender, list[ReadClaim]],
    families: dict[int, int],
) -> ReadClaim:
    raw = claim.raw
    undated = claim.date is None and claim.factuality is Factuality.ASSERTED
    if raw.object is None or raw.predicate not in SHARED or not undated:
        return claim
    lenders = told.get((raw.predicate, raw.object.entity))
    if lenders is None and raw.predicate == "RELEASED":
        lenders = told.get((raw.predicate, families.get(raw.object.entity, -1)))
    dates: set[Date | None] = {lender.date for lender in lenders or ()}
    if not lenders or len(dates) != 1:
        return claim
    return replace(claim, date=lenders[0].date, date_at=lenders[0].date_at, framed=True)

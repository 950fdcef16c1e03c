"""When an organisation was founded, where its founders are told in one sentence and the year in another.

"Pollen Robotics, established in 2016, builds robots. Founded by A and B, ...": it is founded once, so that the only
date that a digest tells of it holds for each of its founders.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extraction.claims.assemble import ReadClaim
from extraction.claims.clause import Clause
from extraction.dates import DateRelation, FoundDate
from graph.records import Date, Factuality

_FOUNDED = re.compile(
    r"(?:, ?|\( ?|(?:, )?(?:which |that |who |qui )?(?:was |were |a été |est ))(?:(?:an?|une?) (?:[\w-]+ ){1,3})?"
    r"(?:founded|established|created|incorporated|fondée?|créée?|née?)(?: (?:back )?(?:in|on|en|le|au|à))?"
)
"""What stands between the name of an organisation and the date when it was founded."""
_OF = re.compile(r"(?:\b(?:de|du|des|d|of|from|for|by|par|chez|pour|à|au|with|avec|to)|d['’])\s*$", re.IGNORECASE)
"""What makes another thing of the name behind it: "the rival of Dust, created in 2020"."""

Told = tuple[Date, tuple[int, int]]
"""A date and where it stands in clean text."""


def date_foundings(
    claims: Sequence[ReadClaim], clauses: Sequence[Clause], dates: Mapping[int, Sequence[FoundDate]]
) -> list[ReadClaim]:
    """The claims, those of who founded an organisation with the only date that the digest tells of its founding.

    Args:
        claims: In reading order.
        clauses: Of the digest, by the position of their sentence.
        dates: Those told in each sentence, by its position.
    """
    wanted = {
        claim.raw.object.entity for claim in claims if claim.raw.predicate == "FOUNDED" and claim.raw.object is not None
    }
    told: dict[int, list[Told]] = {}
    for clause in clauses if wanted else ():
        for entity, found in _told(clause, dates.get(clause.sentence.position, ())):
            if entity in wanted:
                told.setdefault(entity, []).append(found)
    return [_dated(claim, told) for claim in claims]


def _told(clause: Clause, dates: Sequence[FoundDate]) -> list[tuple[int, Told]]:
    offset, found = clause.sentence.start, []
    for date in dates:
        start, end = date.start + offset, date.end + offset
        before = next((one for one in reversed(clause.arguments) if one.end <= start), None)
        if before is not None and date.relation is DateRelation.ON and not before.refers:
            led = clause.text[: before.start - offset]
            if _FOUNDED.fullmatch(clause.between(before.end, start).strip()) and not _OF.search(led):
                found.append((before.entity, (date.date, (start, end))))
    return found


def _dated(claim: ReadClaim, told: Mapping[int, Sequence[Told]]) -> ReadClaim:
    raw = claim.raw
    if raw.predicate != "FOUNDED" or raw.object is None or claim.date is not None:
        return claim
    days = told.get(raw.object.entity, ())
    if claim.factuality is not Factuality.ASSERTED or len({date for date, _ in days}) != 1:
        return claim
    return replace(claim, date=days[0][0], date_at=days[0][1], framed=True)

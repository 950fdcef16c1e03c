"""Dates that one claim of a news item lends another: a thing comes out once, whoever is told as having released it.

A headline seldom has a date; the sentence below it has ("Le 5 avril, Mark Zuckerberg a dévoilé Llama 4"). Only the
same predicate with the same object shares, a release with the members of the family that came out, a funding round with
those who paid for it, and a headline with the sentence right below it when that tells one recent day.
"""

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from extraction.claims.assemble import ReadClaim
from extraction.claims.clause import Clause
from extraction.claims.timing import FRAMED, told_in_passing
from extraction.clauses import Clauses
from extraction.dates import DateRelation, FoundDate
from extraction.document import Role
from graph.records import Date, DatePrecision, Factuality

SHARED = frozenset({"RELEASED", "ACQUIRED"})
"""What happens to a thing once, as far as one news item goes."""
ROUND = frozenset({"RAISED", "INVESTED_IN"})
"""What a funding round is told by: who raised, and who put money in; one news item tells of one round of a company."""
DEALS = frozenset({"RAISED", "INVESTED_IN", "ACQUIRED", "PARTNERED_WITH"})
"""What is done when it is announced, as far as a digest can tell."""
RECENT_DAYS = 60
"""How long before the digest the day of a headline's news may lie; what is older is background. Chosen by hand."""
_NEWS = re.compile(
    r"\b(?:announced|closed|completed|signed|unveiled|released|published|launched|annoncée?s?|bouclée?s?|conclue?s?|signée?s?|"
    r"dévoilée?s?|publiée?s?|lancée?s?|sortie?s?) (?:on|le|ce|in|\w{1,3})?\s?$"
)
"""Words right before a date in an inserted phrase that make it the day of the news all the same."""
_Lender = tuple[str, int]


def share_dates(claims: Sequence[ReadClaim], clauses: Sequence[Clause]) -> list[ReadClaim]:
    """The claims, in the same order, with the only date that their item tells of what happened to their object.

    What the item leaves untold, the only day that the whole digest tells of it does.
    """
    shared = [
        one
        for _, group in groupby(claims, key=lambda claim: clauses[claim.raw.sentence].sentence.item)
        for one in _lent(list(group))
    ]
    days = [
        replace(claim, date=None) if claim.date and claim.date.precision is not DatePrecision.DAY else claim
        for claim in shared
    ]
    lent = _lent(days)
    return [
        other if one.date is None and one.raw.predicate in SHARED else one
        for one, other in zip(shared, lent, strict=True)
    ]


def _lent(claims: Sequence[ReadClaim]) -> list[ReadClaim]:
    """The claims with the dates that they lend each other."""
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
    for claim in claims:
        funded = _funded(claim)
        if funded is not None and claim.date is not None and claim.factuality is Factuality.ASSERTED:
            told.setdefault(("RAISED", funded), []).append(claim)
    return [_dated(claim, told, families) for claim in claims]


def _dated(
    claim: ReadClaim,
    told: dict[_Lender, list[ReadClaim]],
    families: dict[int, int],
) -> ReadClaim:
    raw = claim.raw
    undated = claim.date is None and claim.factuality is Factuality.ASSERTED
    lenders: list[ReadClaim] | None = None
    if undated and (funded := _funded(claim)) is not None:
        lenders = told.get(("RAISED", funded))
    elif undated and raw.object is not None and raw.predicate in SHARED:
        lenders = told.get((raw.predicate, raw.object.entity))
        if lenders is None and raw.predicate == "RELEASED":
            lenders = told.get((raw.predicate, families.get(raw.object.entity, -1)))
    dates: set[Date | None] = {lender.date for lender in lenders or ()}
    if not lenders or len(dates) != 1:
        return claim
    return replace(claim, date=lenders[0].date, date_at=lenders[0].date_at, framed=True)


def _funded(claim: ReadClaim) -> int | None:
    """The company whose funding round a claim tells of."""
    raw = claim.raw
    if raw.predicate not in ROUND:
        return None
    return raw.object.entity if raw.object is not None else raw.subject.entity


def date_headlines(
    claims: Sequence[ReadClaim],
    clauses: Sequence[Clause],
    dates: Mapping[int, Sequence[FoundDate]],
    published: str | None,
) -> list[ReadClaim]:
    """The claims, those of a headline with the day that the sentence right below it tells as the day of the news.

    Args:
        claims: In reading order.
        clauses: Of the digest, by the position of their sentence.
        dates: Those told in each sentence, by its position.
        published: ISO date of the digest; without it no day is known to be recent, and nothing changes.
    """
    if published is None:
        return list(claims)
    days: dict[int, FoundDate | None] = {}
    found = []
    for claim in claims:
        position = claim.raw.sentence
        if (
            claim.date is None
            and claim.factuality is Factuality.ASSERTED
            and claim.raw.predicate in FRAMED
            and clauses[position].sentence.role is Role.HEADLINE
            and not told_in_passing(claim.raw, clauses[position])
        ):
            if position not in days:
                days[position] = _day_below(position, clauses, dates, published)
            day, below = days[position], clauses[position + 1].sentence.start if days[position] else 0
            if day is not None:
                claim = replace(claim, date=day.date, date_at=(below + day.start, below + day.end), framed=True)
        found.append(claim)
    return found


def _day_below(
    position: int, clauses: Sequence[Clause], dates: Mapping[int, Sequence[FoundDate]], published: str
) -> FoundDate | None:
    """The only date of the sentence behind a headline, when it is a recent one of what that sentence tells."""
    if position + 1 >= len(clauses) or clauses[position + 1].sentence.item != clauses[position].sentence.item:
        return None
    below = clauses[position + 1]
    told = dates.get(position + 1, ())
    if below.sentence.role is not Role.BODY or len(told) != 1 or told[0].relation is not DateRelation.ON:
        return None
    start = told[0].date.start
    if start is None or told[0].date.precision not in (DatePrecision.DAY, DatePrecision.PART_OF_MONTH):
        return None
    oldest = datetime.date.fromisoformat(published) - datetime.timedelta(days=RECENT_DAYS)
    main = Clauses(below.joined, below.language).number(told[0].end - 1) == 0
    news = main or news_day(below, told)
    return told[0] if news and oldest.isoformat() <= start <= published else None


def news_day(clause: Clause, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The only date of a sentence, when an inserted phrase says that the news is of then (", announced on Friday,")."""
    return dates[0] if len(dates) == 1 and _NEWS.search(clause.text[: dates[0].start + 3]) else None


def unframed(claim: ReadClaim, published: str | None) -> ReadClaim:
    """The claim, without the past date of an earlier sentence when it tells of no fact: what is planned is not past."""
    past = claim.date is not None and (published is None or (claim.date.start or "") <= published)
    if not claim.framed or claim.factuality is Factuality.ASSERTED or not past:
        return claim
    return replace(claim, date=None, date_at=None, framed=False)

"""Claims gathered for a question, and put together where documents tell the same."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from api.ask.dates import date_in_words
from api.ask.records import AnswerLine, Language, Period, Quote
from api.ask.wording import fact_in_words, object_in_words
from graph.ontology import load_ontology
from graph.records import DatePrecision
from graph.store.answers import ClaimAnswer, Page, SortKey

MAX_CLAIMS = 500
"""Claims looked at for one question; chosen by hand: more than a person reads, few enough for an answer at once."""
_PAGE = 100
_QUOTES = 3
"""Sentences shown for one line; the claims carry all."""
_PRECISION = tuple(DatePrecision(value) for value in ("day", "span", "part of month", "month", "quarter", "year"))


def gather(page_after: Callable[[SortKey | None, int], Page[ClaimAnswer]]) -> tuple[list[ClaimAnswer], bool]:
    """The claims of a paged query, at most `MAX_CLAIMS`, and whether there are more."""
    claims: list[ClaimAnswer] = []
    after: SortKey | None = None
    while len(claims) < MAX_CLAIMS:
        page = page_after(after, _PAGE)
        claims.extend(page.items)
        after = page.next
        if after is None:
            return claims, False
    return claims[:MAX_CLAIMS], True


def within(claim: ClaimAnswer, period: Period) -> bool:
    """Whether what a claim tells fell into a period: by its own date, or else by that of publication."""
    first, last = claim.date_start, claim.date_end
    if claim.date is None:
        # "came out on" has its date as object; what has none is placed where it was told.
        told = _value_days(claim) or (claim.published, claim.published)
        first, last = told
    if first is None and last is None:
        return period.since is None and period.until is None
    return (period.since is None or (last or "9999") >= period.since) and (
        period.until is None or (first or "0000") <= period.until
    )


def _value_days(claim: ClaimAnswer) -> tuple[str, str] | None:
    if load_ontology().predicate(claim.predicate).literal != "date" or not claim.value:
        return None
    first, _, last = claim.value.rstrip("~").partition("/")
    return first, (last or first) + "~"


def group(claims: Iterable[ClaimAnswer]) -> list[tuple[ClaimAnswer, ...]]:
    """Claims that tell the same with the same factuality and dates that agree, best dated first; in time order."""
    groups: list[list[ClaimAnswer]] = []
    for claim in sorted({claim.id: claim for claim in claims}.values(), key=_exactness):
        for others in groups:
            if _says(others[0]) == _says(claim) and _dates_agree(others[0], claim):
                others.append(claim)
                break
        else:
            groups.append([claim])
    return sorted((tuple(others) for others in groups), key=_order)


def line_of(claims: Sequence[ClaimAnswer], language: Language, *, known: Collection[str]) -> AnswerLine:
    """One group of claims in words; `known` are the ids of the entities that the question names."""
    best = claims[0]
    date = best.date or (best.value if _value_days(best) else None)
    is_answer = best.subject.id not in known
    return AnswerLine(
        text=fact_in_words(best, language),
        answer=best.subject.name if is_answer else object_in_words(best, language),
        date=date,
        date_words=date_in_words(date, language, best.date_precision),
        factuality=best.factuality,
        quotes=tuple(_quotes(claims))[:_QUOTES],
    )


def _quotes(claims: Sequence[ClaimAnswer]) -> Iterator[Quote]:
    seen: set[tuple[str, str]] = set()
    for claim in claims:
        for evidence in claim.evidence:
            key = (evidence.document_id, evidence.passage)
            if key not in seen:
                seen.add(key)
                yield Quote(
                    claim_id=claim.id,
                    document_title=evidence.document_title,
                    source=evidence.source,
                    published=evidence.published,
                    text=evidence.passage,
                )


def _says(claim: ClaimAnswer) -> tuple[str, ...]:
    ends: tuple[str, str] = (claim.subject.id, claim.object.id if claim.object else (claim.value or "").casefold())
    if load_ontology().predicate(claim.predicate).symmetric:
        ends = (min(ends), max(ends))
    return (claim.predicate, *ends, claim.factuality, str(sorted(claim.qualifiers.items())))


def _dates_agree(one: ClaimAnswer, other: ClaimAnswer) -> bool:
    if one.date is None or other.date is None:
        return True
    return (one.date_start or "0000") <= (other.date_end or "9999") and (other.date_start or "0000") <= (
        one.date_end or "9999"
    )


def _exactness(claim: ClaimAnswer) -> tuple[int, str, str]:
    rank = len(_PRECISION)
    if claim.date is not None:
        rank = _PRECISION.index(DatePrecision(claim.date_precision)) if claim.date_precision else rank - 1
    return rank, claim.date or "", claim.id


def _order(claims: Sequence[ClaimAnswer]) -> tuple[str, str, str, str]:
    best = claims[0]
    return (
        best.date_start or best.date_end or "9999",
        best.subject.name,
        best.object.name if best.object else "",
        best.id,
    )

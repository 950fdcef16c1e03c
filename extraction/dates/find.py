"""Finds the dates that a sentence tells. Which of them belongs to a claim is decided in `extraction.dates.choose`."""

import datetime
import re
from collections.abc import Sequence
from functools import cache

from extraction.dates.lexicon import Shape, compiled_relations, compiled_shapes, load_dates
from extraction.dates.records import DateRelation, FoundDate
from extraction.dates.resolve import Anchor, resolve
from graph.edtf import approximate_date, parse_edtf, until_date
from graph.errors import InvalidDate
from graph.records import Date

REACH = 110
"""Characters before a date in which the words of a relation are looked for: "delayed ... until" has a thing between."""
_HIDDEN = "\x00"
_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'", "‑": "-"})


def find_dates(
    text: str,
    *,
    language: str,
    published: str | None,
    exclude: Sequence[tuple[int, int]] = (),
    told: str | None = None,
    past: bool = False,
) -> tuple[FoundDate, ...]:
    """The dates told in a sentence, in text order, without overlap.

    Args:
        text: One sentence, or any other stretch of clean text.
        language: "fr" or "en".
        published: ISO date of the digest; without it, relative dates and dates without a year mean nothing.
        exclude: Half-open spans of names, whose years are no dates ("ClimateHack 2025").
        told: ISO date of the day that the text told last, from which "two days later" counts; without it, and
            without such a day earlier in the sentence, that means nothing.
        past: Whether it is known to speak of the past, whatever words of the future it has.

    Raises:
        InvalidDate: `published` or `told` is no ISO date.
    """
    plain = _masked(text.translate(_PLAIN), exclude)
    lexicon = load_dates(language)
    anchor = Anchor(_day(published), not past and _speaks_of_future(plain, language), lexicon.day_first, _day(told))
    found: list[FoundDate] = []
    cursor = 0
    for start, end, shape, captured in _candidates(plain, language):
        if start < cursor:
            continue
        cursor = end
        end -= plain[end - 1] == "."  # Of an abbreviated month, or of the sentence.
        parts = {name: lexicon.value(name.rstrip("2"), words) for name, words in captured.items()}
        date = resolve(shape.means, {**parts, **shape.set}, anchor)
        if date is not None:
            found.append(_related(text, plain, (start, end), shape, date, anchor, language))
            anchor = anchor._replace(told=_day(told_day(found)) or anchor.told)
    return tuple(found)


def told_day(found: Sequence[FoundDate]) -> str | None:
    """The last day on which something happened, as an ISO date; None where none of the dates is a day."""
    days = [one.date.start for one in found if one.relation is DateRelation.ON and one.date.start == one.date.end]
    return days[-1] if days else None


def _related(
    text: str, plain: str, span: tuple[int, int], shape: Shape, date: Date, anchor: Anchor, language: str
) -> FoundDate:
    start, end = span
    relation, start = _relation(plain, start, end, language)
    if shape.means == "end_of_period":
        relation = DateRelation.BY
    day = anchor.published
    if relation is DateRelation.BY and day is not None and date.start and date.end:
        # "By the end of the year" is within this year, so both ends are known.
        within = date.start <= day.isoformat() <= date.end and date.start != date.end
        date = date if within else until_date(date)
    elif relation in (DateRelation.UNTIL, DateRelation.BY):
        date = until_date(date)
    elif relation is DateRelation.BEFORE:
        date = until_date(_day_before(date))
    elif relation is DateRelation.AROUND:
        date = approximate_date(date)
    return FoundDate(start=start, end=end, text=text[start:end], date=date, relation=relation)


def _day_before(date: Date) -> Date:
    """What ends just before the date starts, as exact as the date: "before June" is up to May."""
    if date.start is None:
        return date
    last = datetime.date.fromisoformat(date.start) - datetime.timedelta(days=1)
    return parse_edtf(last.isoformat()[: len(date.edtf) if len(date.edtf) in (4, 7) else 10])


def _relation(plain: str, start: int, end: int, language: str) -> tuple[DateRelation, int]:
    """How the date holds, and where the words that say so start: before the date, or at its beginning."""
    lead = re.match(r"[a-zà-ÿ' ]*", plain[start:end], re.IGNORECASE)
    for reach in _heads(plain, start, lead.end() if lead else 0):
        before = plain[max(0, reach - REACH) : reach]
        for name, pattern in compiled_relations(language):
            hit = pattern.search(before)
            if hit is not None:
                if name == DateRelation.ON:
                    return DateRelation.ON, start  # "Delayed until June" is to happen in June.
                return DateRelation(name), min(start, reach - len(before) + hit.start())
    return DateRelation.ON, start


def _heads(plain: str, start: int, lead: int) -> list[int]:
    """Where words of relation may end: at the start of the date, or after a preposition that the shape took in."""
    return [start, *(start + found.end() for found in re.finditer(r"\b\w+['\s]", plain[start : start + lead]))][:6]


def _candidates(plain: str, language: str) -> list[tuple[int, int, Shape, dict[str, str]]]:
    """Every match of every shape: leftmost first, then longest, then in the order of the lexicon."""
    if not _hint(language).search(plain):
        return []
    matches = []
    for order, (shape, pattern) in enumerate(compiled_shapes(language)):
        for match in pattern.finditer(plain):
            if match.end() > match.start() and (not shape.case or re.match(shape.case, match[0])):
                captured = {name: words for name, words in match.groupdict().items() if words}
                matches.append((match.start(), -match.end(), order, shape, captured))
    matches.sort(key=lambda item: item[:3])
    return [(start, -end, shape, captured) for start, end, _, shape, captured in matches]


@cache
def _hint(language: str) -> re.Pattern[str]:
    """A digit, or the beginning of any word of the lexicon: without one no shape matches, which is told cheaply."""
    lexicon = load_dates(language)
    words = [word.rstrip(".") for table in lexicon.values.values() for word in table]
    words += lexicon.other_words
    return re.compile(rf"\d|\b(?:{'|'.join(sorted(map(re.escape, words)))})", re.IGNORECASE)


@cache
def _future_cues(language: str) -> re.Pattern[str]:
    return re.compile(load_dates(language).future_cues, re.IGNORECASE)


def _speaks_of_future(plain: str, language: str) -> bool:
    return _future_cues(language).search(plain) is not None


def _masked(plain: str, exclude: Sequence[tuple[int, int]]) -> str:
    for start, end in exclude:
        low, high = max(start, 0), min(end, len(plain))
        if low < high:
            plain = plain[:low] + _HIDDEN * (high - low) + plain[high:]
    return plain


def _day(iso: str | None) -> datetime.date | None:
    if iso is None:
        return None
    try:
        return datetime.date.fromisoformat(iso)
    except ValueError as error:
        raise InvalidDate(iso) from error

"""What a told date means, given when the digest was published: one reading per `means` of the lexicon.

Every reading takes the parts that a shape captured and gives a `Date`, or None when the words mean no day of the
calendar ("31 avril") or need a publication date that nobody knows.
"""

import datetime
from collections.abc import Callable, Mapping
from typing import NamedTuple

from extraction.dates.lexicon import Value
from extraction.dates.spans import Day, months_span, part_of_year, period_span, third_of_month
from graph.edtf import approximate_date, parse_edtf, span_date
from graph.errors import InvalidDate
from graph.records import Date

PAST_WINDOW = (-322, 46)
"""Days around publication in which a day or month without a year falls: news looks back more than ahead.
A leap year wide; chosen by hand."""
SEASON_WINDOW = (-246, 120)
"""The same of a quarter, a half or a season, which are told of plans more often. Chosen by hand."""
FUTURE_WINDOW = (-95, 271)
"""The same in a sentence that speaks of what is to come. Chosen by hand."""
UPCOMING_DAYS = 15
"""How far ahead "le 30" may lie in a sentence that does not speak of the future. Chosen by hand."""

Parts = Mapping[str, Value]


class Anchor(NamedTuple):
    """What a date is resolved against: the day of publication, and whether the sentence speaks of the future.

    `told` is the day that the text told last, from which "two days later" counts.
    """

    published: Day | None
    future: bool
    day_first: bool
    told: Day | None = None


def resolve(means: str, parts: Parts, anchor: Anchor) -> Date | None:
    """The date that the parts mean, or None when they mean none."""
    try:
        return _READINGS[means](parts, anchor)
    except (ValueError, OverflowError, InvalidDate):
        return None


def _number(parts: Parts, name: str) -> int | None:
    value = parts.get(name)
    return value if isinstance(value, int) else None


def _told(parts: Parts, name: str) -> int:
    value = _number(parts, name)
    if value is None:
        raise ValueError(name)
    return value


def _nearest(
    make: Callable[[int], tuple[Day, Day]], anchor: Anchor, past: tuple[int, int] = PAST_WINDOW
) -> tuple[Day, Day]:
    """The span, made for a year, whose start falls in the window around publication. Raises ValueError."""
    if anchor.published is None:
        raise ValueError("no publication date")
    low, high = FUTURE_WINDOW if anchor.future else past
    for year in (anchor.published.year, anchor.published.year - 1, anchor.published.year + 1):
        try:
            start, end = make(year)
        except ValueError:
            continue
        if low < (start - anchor.published).days <= high or start <= anchor.published <= end:
            return start, end
    raise ValueError("no plausible year")


def _dated(
    make: Callable[[int], tuple[Day, Day]], parts: Parts, anchor: Anchor, past: tuple[int, int] = PAST_WINDOW
) -> Date:
    """The span in the year told, in the year counted from publication, or in the nearest plausible one."""
    year, which = _number(parts, "year"), _number(parts, "which")
    if year is not None:
        return span_date(*make(year))
    if which == 0:
        return span_date(*_closest(make, _published(anchor)))
    if which is not None:
        return span_date(*_neighbour(make, which, anchor))
    return span_date(*_nearest(make, anchor, past))


def _closest(make: Callable[[int], tuple[Day, Day]], day: Day) -> tuple[Day, Day]:
    """The span that holds the day, or the one nearest to it on either side: "this fall"."""
    spans = [make(year) for year in (day.year - 1, day.year, day.year + 1)]
    return min(spans, key=lambda span: max((span[0] - day).days, (day - span[1]).days, 0))


def _neighbour(make: Callable[[int], tuple[Day, Day]], which: int, anchor: Anchor) -> tuple[Day, Day]:
    """The last span that ended before publication, or the next that starts after it."""
    if anchor.published is None:
        raise ValueError("no publication date")
    year = anchor.published.year
    spans = [make(candidate) for candidate in (year - 2, year - 1, year, year + 1, year + 2)]
    if which < 0:
        return max(span for span in spans if span[1] < anchor.published)
    return min(span for span in spans if span[0] > anchor.published)


def _published(anchor: Anchor) -> Day:
    if anchor.published is None:
        raise ValueError("no publication date")
    return anchor.published


def _read_day(parts: Parts, anchor: Anchor) -> Date:
    month, day = _told(parts, "month"), _told(parts, "day")
    return _dated(lambda year: (Day(year, month, day),) * 2, parts, anchor)


def _read_days(parts: Parts, anchor: Anchor) -> Date:
    month, first, last = _told(parts, "month"), _told(parts, "day"), _told(parts, "day2")
    return _dated(lambda year: (Day(year, month, first), Day(year, month, last)), parts, anchor)


def _read_day_span(parts: Parts, anchor: Anchor) -> Date:
    first, last = (_told(parts, "month"), _told(parts, "day")), (_told(parts, "month2"), _told(parts, "day2"))
    over = 1 if last < first else 0
    year, year2 = _number(parts, "year"), _number(parts, "year2")
    if year is None and year2 is not None:
        year = year2 - over
    if year is not None:
        return span_date(Day(year, *first), Day(year2 if year2 is not None else year + over, *last))
    return span_date(*_nearest(lambda year: (Day(year, *first), Day(year + over, *last)), anchor))


def _read_month(parts: Parts, anchor: Anchor) -> Date:
    month = _told(parts, "month")
    return _dated(lambda year: months_span(year, month, month), parts, anchor)


def _read_month_span(parts: Parts, anchor: Anchor) -> Date:
    first, last = _told(parts, "month"), _told(parts, "month2")
    year, year2 = _number(parts, "year"), _number(parts, "year2")
    last += 12 if last < first else 0
    if year2 is not None:
        year = year if year is not None else year2 - (last > 12)
        return span_date(Day(year, first, 1), months_span(year2, 1, (last - 1) % 12 + 1)[1])
    return _dated(lambda year: months_span(year, first, last), parts, anchor)


def _read_part_of_month(parts: Parts, anchor: Anchor) -> Date:
    month, part = _told(parts, "month"), _told(parts, "part")
    return _dated(lambda year: third_of_month(year, month, part), parts, anchor)


def _read_part_of_period(parts: Parts, anchor: Anchor) -> Date:
    part = _told(parts, "part")
    first, _ = period_span(str(parts["unit"]), _number(parts, "which") or 0, _published(anchor))
    if parts["unit"] == "month":
        return span_date(*third_of_month(first.year, first.month, part))
    return span_date(*part_of_year(first.year, part))


def _read_part_of_year(parts: Parts, _: Anchor) -> Date:
    return span_date(*part_of_year(_told(parts, "year"), _told(parts, "part")))


def _read_iso(parts: Parts, _: Anchor) -> Date:
    return parse_edtf(str(parts["iso"]))


def _read_iso_span(parts: Parts, _: Anchor) -> Date:
    return parse_edtf(f"{parts['iso']}/{parts['iso2']}")


def _numeric_day(text: str, day_first: bool) -> Day:
    left, right, year = (int(part) for part in text.replace(".", "/").split("/"))
    day, month = (left, right) if day_first else (right, left)
    if month > 12 >= day:
        day, month = month, day
    return Day(year, month, day)


def _read_numeric(parts: Parts, anchor: Anchor) -> Date:
    first = _numeric_day(str(parts["numeric"]), anchor.day_first)
    last = _numeric_day(str(parts.get("numeric2", parts["numeric"])), anchor.day_first)
    return span_date(first, last)


def _read_period(parts: Parts, anchor: Anchor) -> Date:
    return span_date(*period_span(str(parts["unit"]), _number(parts, "which") or 0, _published(anchor)))


def _read_quarter(parts: Parts, anchor: Anchor) -> Date:
    quarter = _number(parts, "quarter") or _told(parts, "ordinal")
    year = _number(parts, "year")
    told = parts if year is None or year > 99 else {**parts, "year": 2000 + year}
    return _dated(lambda year: months_span(year, 3 * quarter - 2, 3 * quarter), told, anchor, SEASON_WINDOW)


def _read_half(parts: Parts, anchor: Anchor) -> Date:
    half = min(_number(parts, "half") or _told(parts, "ordinal"), 2)
    return _dated(lambda year: months_span(year, 6 * half - 5, 6 * half), parts, anchor, SEASON_WINDOW)


def _read_season(parts: Parts, anchor: Anchor) -> Date:
    first = 3 * _told(parts, "season")
    return _dated(lambda year: months_span(year, first, first + 2), parts, anchor, SEASON_WINDOW)


def _read_weekday(parts: Parts, anchor: Anchor) -> Date:
    """The latest such day up to publication; before yesterday with "last", the coming one with "next"."""
    published, which = _published(anchor), _number(parts, "which")
    back = (published.weekday() - _told(parts, "weekday")) % 7
    if which == -1:
        back += 7 * (back <= 1)
    elif which == 1 or anchor.future:
        back = back - 7 if back or which == 1 else 0
    day = published - datetime.timedelta(days=back)
    return span_date(day, day)


def _read_near_day(parts: Parts, anchor: Anchor) -> Date:
    return span_date(*period_span("day", _told(parts, "offset"), _published(anchor)))


def _read_ago(parts: Parts, anchor: Anchor) -> Date:
    return span_date(*period_span(str(parts["unit"]), -_told(parts, "number"), _published(anchor)))


def _read_ahead(parts: Parts, anchor: Anchor) -> Date:
    return span_date(*period_span(str(parts["unit"]), _told(parts, "number"), _published(anchor)))


def _read_from_told(parts: Parts, anchor: Anchor) -> Date:
    """So many days from the day told last; about then, where it is told in weeks, and the month where in months."""
    if anchor.told is None:
        raise ValueError("no day told before")
    unit, number = str(parts["unit"]), _told(parts, "number") * (_number(parts, "way") or 1)
    if unit in ("day", "week"):
        day = anchor.told + datetime.timedelta(days=number * (7 if unit == "week" else 1))
        return parse_edtf(day.isoformat()) if unit == "day" else approximate_date(parse_edtf(day.isoformat()))
    return span_date(*period_span(unit, number, anchor.told))


def _read_fiscal(parts: Parts, _: Anchor) -> Date:
    """Approximate: companies end their fiscal years in different months."""
    return approximate_date(parse_edtf(str(_told(parts, "year"))))


def _read_year(parts: Parts, _: Anchor) -> Date:
    return parse_edtf(str(_told(parts, "year")))


def _read_year_span(parts: Parts, _: Anchor) -> Date:
    return span_date(Day(_told(parts, "year"), 1, 1), Day(_told(parts, "year2"), 12, 31))


def _read_day_of_month(parts: Parts, anchor: Anchor) -> Date:
    """The day in the month of publication; in the month before when it would lie far ahead of a finished event."""
    published, day = _published(anchor), _told(parts, "day")
    if day - published.day > UPCOMING_DAYS and not anchor.future:
        before = Day(published.year, published.month, 1) - datetime.timedelta(days=1)
        return parse_edtf(before.replace(day=day).isoformat())
    return parse_edtf(published.replace(day=day).isoformat())


_READINGS: dict[str, Callable[[Parts, Anchor], Date]] = {
    "day": _read_day,
    "days": _read_days,
    "day_span": _read_day_span,
    "day_of_month": _read_day_of_month,
    "iso": _read_iso,
    "iso_span": _read_iso_span,
    "numeric": _read_numeric,
    "numeric_span": _read_numeric,
    "month": _read_month,
    "month_label": _read_month,
    "month_span": _read_month_span,
    "part_of_month": _read_part_of_month,
    "part_of_period": _read_part_of_period,
    "part_of_year": _read_part_of_year,
    "period": _read_period,
    "end_of_period": _read_period,
    "quarter": _read_quarter,
    "half": _read_half,
    "season": _read_season,
    "weekday": _read_weekday,
    "near_day": _read_near_day,
    "ago": _read_ago,
    "ahead": _read_ahead,
    "from_told": _read_from_told,
    "fiscal": _read_fiscal,
    "year": _read_year,
    "year_span": _read_year_span,
}
READINGS = frozenset(_READINGS)
"""Every `means` that a shape may name."""

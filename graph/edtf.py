"""Dates as text tells them: a subset of EDTF (ISO 8601-2 level 1) read into `graph.records.Date`, and put in order.

Precision and bounds are a function of the EDTF text alone, so `parse_edtf(date.edtf) == date` for every date made
here. Finding dates in sentences is the business of `extraction.dates`.
"""

import calendar
import datetime
import re
from collections.abc import Iterable

from graph.errors import InvalidDate
from graph.records import Date, DatePrecision

UNKNOWN_WIDTH = 1_000_000
"""Days; wider than any bounded date, so that an open interval comes last."""

_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<vague>[~?%])?", re.ASCII)
_OPEN = ("", "..")
_RANK = {precision: rank for rank, precision in enumerate(DatePrecision)}
_NOMINAL_DAYS = {
    DatePrecision.PART_OF_MONTH: 10,
    DatePrecision.MONTH: 31,
    DatePrecision.QUARTER: 92,
    DatePrecision.YEAR: 366,
}
"""Days; the same for every date of one precision, so that February does not pass for more precise than March."""
_QUARTER_MONTHS = 3


def parse_edtf(text: str) -> Date:
    """The date that an EDTF text means.

    Args:
        text: A day, month or year ("2025-04-05", "2025-04", "2025"), maybe approximate or uncertain ("2025-04~"), or
            two of them as an interval of which one end may be open ("2025-04-29/2025-04-30", "../2025-04-15").

    Raises:
        InvalidDate: another form, a day that no calendar has, or an interval that ends before it starts.
    """
    first, slash, last = text.partition("/")
    try:
        if not slash:
            low, high, parts = _bounds(text)
            return Date(edtf=text, start=low.isoformat(), end=high.isoformat(), precision=_named_precision(parts))
        start = None if first in _OPEN else _bounds(first)[0]
        end = None if last in _OPEN else _bounds(last)[1]
    except ValueError as error:
        raise InvalidDate(text) from error
    if (start is None and end is None) or (start and end and start > end):
        raise InvalidDate(text)
    return Date(
        edtf=text,
        start=start.isoformat() if start else None,
        end=end.isoformat() if end else None,
        precision=_span_precision(start, end),
    )


def span_date(start: datetime.date, end: datetime.date) -> Date:
    """The date from a first to a last day, in its shortest form: a whole month is "2025-04", a whole year "2025".

    Raises:
        InvalidDate: the last day is before the first.
    """
    precision = _span_precision(start, end)
    if precision is DatePrecision.DAY:
        return parse_edtf(start.isoformat())
    if precision is DatePrecision.MONTH:
        return parse_edtf(f"{start:%Y-%m}")
    if precision is DatePrecision.YEAR:
        return parse_edtf(f"{start:%Y}")
    return parse_edtf(f"{start.isoformat()}/{end.isoformat()}")


def until_date(date: Date) -> Date:
    """The interval that ends with the date and whose start is not told: "by 2027" is "../2027"."""
    last = date.edtf.rpartition("/")[2]
    return date if last in _OPEN else parse_edtf(f"../{last}")


def approximate_date(date: Date) -> Date:
    """The same date marked as approximate ("2025-04~"); intervals are wide already and stay as they are."""
    return date if not date.edtf[-1].isdigit() or "/" in date.edtf else parse_edtf(f"{date.edtf}~")


def day_width(date: Date) -> int:
    """How many days the date covers, 1 and up; `UNKNOWN_WIDTH` when an end is open."""
    if date.start is None or date.end is None:
        return UNKNOWN_WIDTH
    return (datetime.date.fromisoformat(date.end) - datetime.date.fromisoformat(date.start)).days + 1


def date_order(date: Date) -> tuple[int, bool, int, str, str]:
    """A sort key: the most precise date first, then the exact before the approximate, then the earliest."""
    vague = not date.edtf[-1].isdigit()
    width = _NOMINAL_DAYS.get(date.precision, day_width(date))
    return width, vague, _RANK[date.precision], date.start or date.end or "", date.edtf


def best_date(dates: Iterable[Date | None]) -> Date | None:
    """The most precise date told, then the earliest; None when none is told."""
    return min((date for date in dates if date is not None), key=date_order, default=None)


def last_day(year: int, month: int) -> int:
    """The number of the last day of a month: 28 to 31. Raises ValueError for a month that does not exist."""
    return calendar.monthrange(year, month)[1]


def _bounds(text: str) -> tuple[datetime.date, datetime.date, int]:
    """First and last day, and how many of year, month and day are told. Raises ValueError."""
    found = _POINT.fullmatch(text)
    if found is None:
        raise ValueError(text)
    year = int(found["year"])
    if found["month"] is None:
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31), 1
    month = int(found["month"])
    first = datetime.date(year, month, 1)
    if found["day"] is None:
        return first, first.replace(day=last_day(year, month)), 2
    day = first.replace(day=int(found["day"]))
    return day, day, 3


def _named_precision(parts: int) -> DatePrecision:
    return (DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.DAY)[parts - 1]


def _span_precision(start: datetime.date | None, end: datetime.date | None) -> DatePrecision:
    if start is None or end is None:
        return DatePrecision.SPAN
    if start == end:
        return DatePrecision.DAY
    closes_month = end.day == last_day(end.year, end.month)
    if (start.year, start.month) == (end.year, end.month):
        if start.day == 1 and closes_month:
            return DatePrecision.MONTH
        # Thirds of a month as the annotation guidelines cut them: 1-10, 11-20, 21 to the end.
        thirds = ((1, end.day == 10), (11, end.day == 20), (21, closes_month))
        return DatePrecision.PART_OF_MONTH if (start.day, True) in thirds else DatePrecision.SPAN
    if start.year == end.year and start.day == 1 and closes_month:
        if (start.month, end.month) == (1, 12):
            return DatePrecision.YEAR
        if start.month % _QUARTER_MONTHS == 1 and end.month == start.month + _QUARTER_MONTHS - 1:
            return DatePrecision.QUARTER
    return DatePrecision.SPAN

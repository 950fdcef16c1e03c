"""Dates that callers give as bounds: a year, a month, a day or an interval, and the days it covers."""

import calendar
import re
from datetime import date

from graph.errors import InvalidDate

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def first_day(value: str | None) -> str | None:
    """The first day of a date, as an ISO day: "2025-04" -> "2025-04-01". Raises InvalidDate."""
    return None if value is None else days_of(value)[0]


def last_day(value: str | None) -> str | None:
    """The last day of a date, as an ISO day: "2025-04" -> "2025-04-30". Raises InvalidDate."""
    return None if value is None else days_of(value)[1]


def days_of(value: str) -> tuple[str, str]:
    """The first and last day of a date or a closed interval.

    Raises:
        InvalidDate: not of the form 2025, 2025-04, 2025-04-21 or two of these with a slash, or not in the calendar.
    """
    parts = value.strip().split("/")
    if len(parts) > 2:
        raise InvalidDate(value)
    first, last = _days(parts[0], value)[0], _days(parts[-1], value)[1]
    if first > last:
        raise InvalidDate(value)
    return first.isoformat(), last.isoformat()


def _days(part: str, value: str) -> tuple[date, date]:
    found = _DAY.fullmatch(part)
    if not found:
        raise InvalidDate(value)
    year, month, day = (int(group) if group else None for group in found.groups())
    try:
        if year is None or year < date.min.year:
            raise InvalidDate(value)
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError as error:
        raise InvalidDate(value) from error

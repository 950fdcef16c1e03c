"""Stretches of the calendar that words name: months, thirds of a month, parts of a year, this week, last quarter."""

import datetime

from graph.edtf import last_day

Day = datetime.date


def months_span(year: int, first: int, last: int) -> tuple[Day, Day]:
    """The first day of the first month and the last of the last; months past 12 are of the next year."""
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return Day(year, first, 1), Day(end_year, end_month, last_day(end_year, end_month))


def third_of_month(year: int, month: int, part: int) -> tuple[Day, Day]:
    """Start, middle or end of a month, as the annotation guidelines cut it: 1-10, 11-20, 21 to the last day."""
    last = (10, 20, last_day(year, month))[part - 1]
    return Day(year, month, 10 * (part - 1) + 1), Day(year, month, last)


def part_of_year(year: int, part: int) -> tuple[Day, Day]:
    """First quarter, June and July, or last quarter: how people use "early", "mid" and "late" with a year."""
    return months_span(year, *((1, 3), (6, 7), (10, 12))[part - 1])


def period_span(unit: str, offset: int, day: Day) -> tuple[Day, Day]:
    """The day, ISO week, month, quarter or year that lies `offset` of them from the one that holds `day`."""
    if unit == "day":
        return (day + datetime.timedelta(days=offset),) * 2
    if unit == "week":
        monday = day - datetime.timedelta(days=day.weekday()) + datetime.timedelta(weeks=offset)
        return monday, monday + datetime.timedelta(days=6)
    if unit == "year":
        return months_span(day.year + offset, 1, 12)
    months = {"month": 1, "quarter": 3}[unit]
    index = ((day.year * 12 + day.month - 1) // months + offset) * months
    return months_span(index // 12, index % 12 + 1, index % 12 + months)

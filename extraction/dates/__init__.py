"""Dates in sentences: find them, resolve them against the digest's date, choose the one that belongs to a claim."""

from extraction.dates.choose import choose_date
from extraction.dates.find import find_dates, told_day
from extraction.dates.records import DateRelation, FoundDate

__all__ = ["DateRelation", "FoundDate", "choose_date", "find_dates", "told_day"]

"""Dates in words, in both languages: what EDTF says, as a person would."""

from collections.abc import Mapping

from api.ask.records import Language
from api.dates import days_of
from graph.errors import InvalidDate
from graph.records import DatePrecision

_MONTHS: Mapping[Language, tuple[str, ...]] = {
    "en": tuple(
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ]
    ),
    "fr": tuple(
        [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ]
    ),
}
_PARTS: Mapping[Language, Mapping[str, str]] = {
    "en": {"01": "early ", "11": "mid-", "21": "late "},
    "fr": {"01": "début ", "11": "mi-", "21": "fin "},
}


def date_in_words(edtf: str | None, language: Language, precision: str | None = None) -> str:
    """A date for people: "2025-04-05" -> "5 April 2025"; what is no date stays as it is, and none is empty."""
    if not edtf:
        return ""
    precision = precision or _told_precision(edtf)
    english = language == "en"
    if edtf.endswith("~"):
        return f"{'about' if english else 'vers'} {date_in_words(edtf[:-1], language, precision)}"
    first, slash, last = edtf.partition("/")
    if not slash:
        return _single(first, language)
    if first in ("", ".."):
        return f"{'by' if english else 'avant le'} {_single(last, language)}"
    if last in ("", ".."):
        return f"{'from' if english else 'à partir du'} {_single(first, language)}{' on' if english else ''}"
    if precision == DatePrecision.PART_OF_MONTH and (part := _PARTS[language].get(first[8:10])):
        return part + _single(first[:7], language)
    if precision == DatePrecision.QUARTER:
        number = (int(first[5:7]) + 2) // 3
        return f"Q{number} {first[:4]}" if english else f"T{number} {first[:4]}"
    return f"{_single(first, language)} {'to' if english else 'au'} {_single(last, language)}"


def date_phrase(edtf: str, language: Language) -> str:
    """A date with its preposition, as it stands after a verb: "on 5 April 2025", "en avril 2025", "fin avril 2025"."""
    english = language == "en"
    words = date_in_words(edtf, language, _told_precision(edtf))
    first, slash, last = edtf.partition("/")
    if edtf.endswith("~") or not first.strip(".") or (slash and not last.strip(".")):
        return words
    if not slash:
        is_day = len(first) == len("2025-04-05")
        return f"{('on' if is_day else 'in') if english else ('le' if is_day else 'en')} {words}"
    if _told_precision(edtf) is DatePrecision.PART_OF_MONTH:
        return f"in {words}" if english else words
    if _told_precision(edtf) is DatePrecision.QUARTER:
        return f"{'in' if english else 'au'} {words}"
    return f"{'from' if english else 'du'} {words}"


def _told_precision(edtf: str) -> DatePrecision | None:
    """What an interval most likely stands for, by its ends: a third of a month, a quarter, or itself."""
    first, slash, last = edtf.partition("/")
    if not slash or len(first) != len(last) or len(first) != len("2025-04-05"):
        return None
    try:
        month = days_of(first[:7])
        quarter = int(first[5:7]) % 3 == 1 and last == days_of(f"{last[:7]}")[1]
    except InvalidDate:
        return None
    thirds = {
        (f"{first[:7]}-01", f"{first[:7]}-10"),
        (f"{first[:7]}-11", f"{first[:7]}-20"),
        (f"{first[:7]}-21", month[1]),
    }
    if (first, last) in thirds:
        return DatePrecision.PART_OF_MONTH
    if quarter and first == month[0] and first[:4] == last[:4] and int(last[5:7]) == int(first[5:7]) + 2:
        return DatePrecision.QUARTER
    return DatePrecision.SPAN


def _single(day: str, language: Language) -> str:
    try:
        days_of(day)
    except InvalidDate:
        return day
    year, *rest = day.split("-")
    if not rest:
        return year
    month = _MONTHS[language][int(rest[0]) - 1]
    number = f"{_ordinal(int(rest[1]), language)} " if len(rest) == 2 else ""
    return f"{number}{month} {year}"


def _ordinal(day: int, language: Language) -> str:
    return "1er" if language == "fr" and day == 1 else str(day)

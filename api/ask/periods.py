"""Periods in questions: "in April 2025", "depuis mars 2025", "le 5 avril 2025"; read and taken out of the text."""

import re

from api.ask.folding import fold
from api.ask.records import Period
from api.dates import days_of
from graph.errors import InvalidDate

_MONTHS = [
    "january|janvier",
    "february|fevrier",
    "march|mars",
    "april|avril",
    "may|mai",
    "june|juin",
    "july|juillet",
    "august|aout",
    "september|septembre",
    "october|octobre",
    "november|novembre",
    "december|decembre",
]
_MONTH_NUMBER = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split("|")}
_MONTH = f"(?:{'|'.join(_MONTH_NUMBER)})"
_PART = {"early": (1, 10), "debut": (1, 10), "mid": (11, 20), "mi": (11, 20), "late": (21, 31), "fin": (21, 31)}
_QUARTER = {1: ("01-01", "03-31"), 2: ("04-01", "06-30"), 3: ("07-01", "09-30"), 4: ("10-01", "12-31")}

_DATE = (
    r"(?:(?:q|t)[1-4] \d{4}|\d{4}-\d{2}-\d{2}|\d{4}-\d{2}|"
    rf"(?:(?:early|mid|late|debut|mi|fin)[ -])?(?:\d{{1,2}}(?:er|st|nd|rd|th)? (?:of )?)?{_MONTH}"
    r"(?: \d{1,2}(?:st|nd|rd|th)?(?!\d))?(?:,? \d{4})?|(?:19|20)\d{2})"
)
_LEAD = {
    "within": r"in|during|on|for|over|en|au|le|la|pendant|durant|courant|au cours de|au mois de|au mois d'|dans|d'|de",
    "since": r"since|after|from|depuis|apres|a partir de|a partir d'|des",
    "until": r"before|until|till|by|up to|avant|jusqu'en|jusqu'a|jusqu'au|d'ici|d'ici a",
}
_BETWEEN = re.compile(rf"\b(?:between|from|entre|de|du) (?:le )?({_DATE}) (?:and|to|et|a|au) (?:le )?({_DATE})\b")
_BARE_PART = re.compile(rf"\b()((?:early|mid|late|debut|mi|fin)[ -]{_MONTH}(?: \d{{4}})?)\b")
_LED = {
    name: re.compile(rf"(?:^|(?<=[ ,]))(?:{lead})(?<=[a-z']) ?(?:the |le |la |l')?({_DATE})(?![\w-])")
    for name, lead in _LEAD.items()
}
_DAY = re.compile(rf"(?:(\d{{1,2}})\w* (?:of )?)?({_MONTH})(?: (\d{{1,2}})(?!\d)\w*)?(?:,? (\d{{4}}))?")


def take_period(question: str, *, today: str | None = None) -> tuple[str, Period]:
    """The question without its period, and the period; the question as it is when it tells none.

    Args:
        today: ISO day from which a month without a year is counted back; without it such a month is not read.
    """
    folded = fold(question)
    if (both := _BETWEEN.search(folded)) and (first := _days(both[1], today)) and (last := _days(both[2], today)):
        return _without(question, both), Period(since=first[0], until=last[1])
    for name in ("since", "until", "within"):
        for found in _LED[name].finditer(folded):
            if days := _days(found[1], today):
                since = None if name == "until" else days[0]
                until = None if name == "since" else days[1]
                return _without(question, found), Period(since=since, until=until)
    if (part := _BARE_PART.search(folded)) and (days := _days(part[2], today)):
        return _without(question, part), Period(since=days[0], until=days[1])
    return question, Period()


def _without(question: str, found: re.Match[str]) -> str:
    return " ".join((question[: found.start()] + " " + question[found.end() :]).split()).strip(" ,")


def _days(text: str, today: str | None) -> tuple[str, str] | None:
    """First and last day of a date in words; None when it is not in the calendar or lacks a year."""
    if quarter := re.fullmatch(r"[qt]([1-4]) (\d{4})", text):
        first, last = _QUARTER[int(quarter[1])]
        return f"{quarter[2]}-{first}", f"{quarter[2]}-{last}"
    try:
        if re.fullmatch(r"[\d-]+", text):
            return days_of(text)
        part, rest = _split_part(text)
        found = _DAY.fullmatch(rest)
        if not found:
            return None
        month = _MONTH_NUMBER[found[2]]
        year = found[4] or _year_before(month, today)
        if year is None:
            return None
        day = found[1] or found[3]
        days = days_of(f"{year}-{month:02}-{int(day):02}" if day else f"{year}-{month:02}")
    except InvalidDate:
        return None
    if part is None:
        return days
    first_day, last_day = _PART[part]
    return f"{year}-{month:02}-{first_day:02}", min(f"{year}-{month:02}-{last_day:02}", days[1])


def _split_part(text: str) -> tuple[str | None, str]:
    found = re.match(r"(early|mid|late|debut|mi|fin)[ -]", text)
    return (found[1], text[found.end() :]) if found else (None, text)


def _year_before(month: int, today: str | None) -> str | None:
    """The year of the last such month that is not after `today`'s."""
    if today is None:
        return None
    year = int(today[:4]) if month <= int(today[5:7]) else int(today[:4]) - 1
    return str(year)

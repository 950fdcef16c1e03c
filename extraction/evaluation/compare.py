"""When two names, quotes, amounts or dates count as the same in an evaluation.

These rules belong to the measure and do not change with the extractor: `graph.names` may learn new spellings, while
figures of different months must stay comparable.
"""

import calendar
import re
import unicodedata
from datetime import date

Range = tuple[date | None, date | None]
"""First and last day; an open end is None."""

_ARTICLE = re.compile(r"^(the|le|la|les|l|un|une|a|an|d|de|du) ")
_LATIN = re.compile(r"[^a-z0-9.+]+")
_SPACES = re.compile(r"\s+")
_TYPOGRAPHY = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " "})
_MARKUP = str.maketrans({"*": "", "_": ""})
_NUMBER = re.compile(r"(\d[\d\s.,]*)\s*([a-zA-Z]+)?")
_GROUPED = re.compile(r"\d{1,3}([.,]\d{3})+")
_GROUP_MARK = re.compile(r"[.,](?=\d{3}(?:\D|$))")
_EDTF_DAY = re.compile(r"^(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_CURRENCIES = (("$", r"\$|usd|dollar"), ("€", r"€|eur"), ("£", r"£|gbp|livre|pound"))
_UNITS = {
    **dict.fromkeys(("k", "mille", "thousand"), 1e3),
    **dict.fromkeys(("m", "mn", "million", "millions"), 1e6),
    **dict.fromkeys(("b", "bn", "md", "mds", "milliard", "milliards", "billion", "billions"), 1e9),
    **dict.fromkeys(("t", "trillion", "trillions"), 1e12),
}
_SAME_AMOUNT = 0.01
"""Share of the gold's value by which an amount may differ: a rounding in the third digit passes."""
_WIDER_BY = 10
"""Days by which a found range may be wider than the gold's: a third of a month, as "fin avril" is read."""


def fold(name: str) -> str:
    """A name without case, accents, punctuation, spaces and leading article; another script keeps its letters."""
    text = unicodedata.normalize("NFKD", name).casefold()
    latin = _LATIN.sub(" ", text.encode("ascii", "ignore").decode()).strip(" .")
    if not latin:
        return _SPACES.sub("", text)
    return _ARTICLE.sub("", latin).replace(" ", "")


def even_spaces(text: str) -> str:
    """The text with every run of white space as one space, and with straight apostrophes."""
    return _SPACES.sub(" ", text.translate(_TYPOGRAPHY)).strip()


def plain(text: str) -> str:
    """`even_spaces` without the emphasis marks of Markdown: quotes are compared in this form."""
    return even_spaces(text.translate(_MARKUP))


def amount(text: str) -> tuple[float, str | None] | None:
    """Value and currency sign of "128,000", "1.7 Md€", "$4.75B" or "109 milliards"; None when there is no number."""
    text = unicodedata.normalize("NFKC", text)
    found = _NUMBER.search(text)
    if found is None:
        return None
    digits = _SPACES.sub("", found[1]).rstrip(".,")
    if _GROUPED.fullmatch(digits) and not digits.startswith("0"):
        digits = _GROUP_MARK.sub("", digits)
    else:
        digits = digits.replace(",", ".")
    try:
        value = float(digits)
    except ValueError:
        return None
    currency = next((sign for sign, marks in _CURRENCIES if re.search(marks, text, re.IGNORECASE)), None)
    return value * _UNITS.get((found[2] or "").casefold(), 1), currency


def edtf_range(text: str | None) -> Range | None:
    """First and last day of an EDTF date or interval; None when neither can be read."""
    if not text:
        return None
    first, slash, second = text.partition("/")
    try:
        low, high = _day(first, last=False), _day(second if slash else first, last=True)
    except ValueError:
        return None
    return (low, high) if low or high else None


def same_date(gold: str | None, found: str | None) -> bool:
    """Whether a found date is the gold's: they overlap, start in one month, and it is hardly wider.

    Where the gold tells one end only ("by 2027", "since May"), that end must fall in the same month.
    """
    told, read = edtf_range(gold), edtf_range(found)
    if told is None or read is None:
        return False
    told_first, told_last = told[0] or date.min, told[1] or date.max
    first, last = read[0] or date.min, read[1] or date.max
    if first > told_last or told_first > last:
        return False
    if told[0] is None:
        return _same_month(told[1], read[1])
    if told[1] is None:
        return _same_month(told[0], read[0])
    return _same_month(first, told_first) and (last - first).days <= (told_last - told_first).days + _WIDER_BY


def same_literal(literal: str, gold: str, found: str) -> bool:
    """Whether two literals are one; `literal` is what the ontology declares: date, license, amount or count."""
    if literal == "date":
        return same_date(gold, found)
    if literal == "license":
        one, other = fold(gold), fold(found)
        return bool(one and other) and (one in other or other in one)
    told, read = amount(gold), amount(found)
    if told is None or read is None:
        return False
    close = abs(told[0] - read[0]) <= _SAME_AMOUNT * max(abs(told[0]), 1e-9)
    return close and (not told[1] or not read[1] or told[1] == read[1])


def _same_month(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and (one.year, one.month) == (other.year, other.month)


def _day(part: str, *, last: bool) -> date | None:
    found = _EDTF_DAY.match(part)
    if found is None:
        return None
    year, month = int(found[1]), int(found[2] or (12 if last else 1))
    if found[3]:
        return date(year, month, int(found[3]))
    return date(year, month, calendar.monthrange(year, month)[1] if last else 1)

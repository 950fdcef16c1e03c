"""Figures and licences in sentences: amounts of money, numbers of parameters, context windows, licence names.

Values are written as the annotation guidelines write them: as told, with a unit ("109B", "10M", "1.7 Md€",
"$4.75B"), licences by their SPDX id where they have one. Which entity they belong to is decided by the claim reader.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Literal

from pydantic import Field

from extraction.literal_lexicon import LiteralPatterns, literal_patterns
from graph.records import Record

_REMEMBERED = 1024
"""Sentences whose literals are kept: names, claims and fields of one digest ask for the same ones."""
_COUNTED = re.compile(r"\d|illion|illiard", re.IGNORECASE)
"""Without a figure or a multiple no text tells an amount or a size."""
_NEXT_MULTIPLE = {"K": "M", "M": "B", "B": "T"}

_BARE_SIZE = re.compile(
    r"(?<![\w$€£.,/-])(?:(?P<size>\d{1,4}(?:[.,]\d{1,2})?[BT])|(?P<total>\d{1,4}B)-A(?P<active>\d{1,3}B))(?![\w-])"
    r"(?! (?:de )?(?:tokens?|jetons|toks?|users?|utilisateurs|people|images|lines|pages|transactions|requests|views))"
)
"""What may be the size of a model though nothing beside it says so ("a lighter one, 12B", "229B-A10B")."""
_WHICH: dict[str, Literal["total", "active", ""]] = {"size": "", "total": "total", "active": "active"}
"""Which parameters the groups of that pattern count."""

AROUND = 70
"""Characters on either side of an amount in which the words that tell its role are looked for."""


class LiteralKind(StrEnum):
    """What a literal measures or names."""

    AMOUNT = "amount"
    PARAMETERS = "parameters"
    CONTEXT = "context"
    LICENSE = "license"


class FoundLiteral(Record):
    """A literal in a text: a half-open span of that text, and its value in normal form."""

    start: int
    end: int
    text: str
    kind: LiteralKind
    value: str
    which: Literal["total", "active", ""] = Field(default="", description="Of parameters, when the text tells it.")
    role: str = Field(default="", description="Of amounts: funding, valuation, price, revenue, fine, deal or unknown.")
    negated: bool = Field(default=False, description='Of licences: "not open source".')


_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "‑": "-"})


@lru_cache(maxsize=_REMEMBERED)
def find_literals(text: str, *, language: str) -> tuple[FoundLiteral, ...]:
    """The amounts, sizes, context windows and licences told in a sentence, in text order, without overlap.

    Args:
        text: One sentence, or any other stretch of clean text.
        language: "fr" or "en"; decides whether a comma is a decimal mark.
    """
    plain, patterns = text.translate(_PLAIN), literal_patterns()
    found: list[FoundLiteral] = []
    counted = _COUNTED.search(plain) is not None
    for literal in (
        *(_find_amounts(text, plain, language, patterns) if counted else ()),
        *(_find_sizes(text, plain, language, patterns) if counted else ()),
        *_find_licenses(text, plain, patterns),
    ):
        if not any(literal.start < other.end and other.start < literal.end for other in found):
            found.append(literal)
    return tuple(sorted(found, key=lambda literal: literal.start))


def bare_sizes(text: str) -> Iterator[FoundLiteral]:
    """What may be sizes of models in a sentence, by their letter alone; those told to be are in `find_literals`."""
    for match in _BARE_SIZE.finditer(text.translate(_PLAIN)):
        for group, which in _WHICH.items():
            if (told := match[group]) is not None:
                start, end = match.span(group)
                value = told.replace(",", ".")
                yield FoundLiteral(
                    start=start, end=end, text=told, kind=LiteralKind.PARAMETERS, value=value, which=which
                )


def _find_amounts(text: str, plain: str, language: str, patterns: LiteralPatterns) -> list[FoundLiteral]:
    found = []
    for pattern in patterns.amounts:
        for match in pattern.finditer(plain):
            sign = next(
                (sign for sign, source in patterns.currencies.items() if source.fullmatch(match["currency"])), ""
            )
            value = _quantity(match, language, patterns)
            if not value or not sign:
                continue
            after = plain[match.end() : match.end() + AROUND]
            before = plain[max(0, match.start() - AROUND) : match.start()]
            found.append(
                FoundLiteral(
                    start=match.start(),
                    end=match.end(),
                    text=text[match.start() : match.end()],
                    kind=LiteralKind.AMOUNT,
                    value=sign + value,
                    role=_role(before, after, patterns),
                )
            )
    return found


def _role(before: str, after: str, patterns: LiteralPatterns) -> str:
    """What the amount is for: what directly follows it decides first, then the words nearest before it."""
    for role, follows, _ in patterns.roles:
        if follows.search(after):
            return role
    nearest = [(hit.start(), role) for role, _, precedes in patterns.roles if (hit := _last(precedes, before))]
    return max(nearest)[1] if nearest else "unknown"


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The match that starts latest; the patterns of `before` reach to the end of the text."""
    hit = pattern.search(text)
    while hit is not None:
        later = pattern.search(text, hit.start() + 1)
        if later is None:
            return hit
        hit = later
    return None


def _find_sizes(text: str, plain: str, language: str, patterns: LiteralPatterns) -> list[FoundLiteral]:
    found = [
        FoundLiteral(start=low, end=high, text=text[low:high], kind=LiteralKind.PARAMETERS, value=plain[low:high])
        for pattern in patterns.bare_sizes
        for match in pattern.finditer(plain)
        for low, high in (size.span() for size in patterns.size.finditer(plain, *match.span("sizes")))
    ]
    sources = [(LiteralKind.CONTEXT, pattern) for pattern in patterns.contexts]
    sources += [(LiteralKind.PARAMETERS, pattern) for pattern in patterns.parameters]
    for kind, pattern in sources:
        for match in pattern.finditer(plain):
            value = _quantity(match, language, patterns)
            # A bare number is a size only where the unit is told: "in the context of 2025" is a year.
            if value.isdigit() and (kind is LiteralKind.PARAMETERS or "tok" not in match[0].casefold()):
                continue
            start = match.start(_first(match))
            which: Literal["total", "active", ""] = ""
            if kind is LiteralKind.PARAMETERS:
                which = _which(match)
                value = "~" + value if match["approximate"] else value
            found.append(
                FoundLiteral(
                    start=start, end=match.end(), text=text[start : match.end()], kind=kind, value=value, which=which
                )
            )
    return found


def _first(match: re.Match[str]) -> str:
    """The group with which a quantity starts."""
    return next(name for name in ("number", "last", "word") if match[name] is not None)


def _which(match: re.Match[str]) -> Literal["total", "active", ""]:
    """Which parameters are counted: "17B active out of 109B" tells both."""
    words = f"{match['which'] or ''} {match['after'] or ''}".casefold()
    if "acti" in words:
        return "active"
    return "total" if "tot" in words or match.groupdict().get("total") else ""


def _find_licenses(text: str, plain: str, patterns: LiteralPatterns) -> list[FoundLiteral]:
    found = []
    for value, pattern in patterns.licenses:
        for match in pattern.finditer(plain):
            before, after = plain[: match.start()], plain[match.end() :]
            if patterns.near_after.search(after) or patterns.near_before.search(before):
                continue
            found.append(
                FoundLiteral(
                    start=match.start(),
                    end=match.end(),
                    text=text[match.start() : match.end()],
                    kind=LiteralKind.LICENSE,
                    value=value.replace("{version}", match.groupdict().get("version") or ""),
                    negated=patterns.negated.search(before) is not None,
                )
            )
    return found


def _quantity(match: re.Match[str], language: str, patterns: LiteralPatterns) -> str:
    """The figures of a match with their multiples as letters: "1,2 milliard" is "1.2B", "128 000" is "128K"."""
    if match["word"]:
        return f"{patterns.numbers[match['word'].casefold()]}{patterns.multiples[match['unit2'].casefold()]}"
    letter, first = (patterns.multiples.get((match[name] or "").casefold(), "") for name in ("unit", "unit1"))
    last = _number(match["last"], language, letter)
    return last if match["number"] is None else f"{_number(match['number'], language, first or letter)}-{last}"


def _number(digits: str, language: str, letter: str) -> str:
    """Digits as a plain number with a decimal point, thousands as K, M or B where no multiple is told."""
    grouped = re.fullmatch(r"\d{1,3}(?:([ ,.])\d{3})+", digits)
    # "1,234" groups thousands in English; before a multiple ("1.234 billion", "1,234 milliard") the mark is decimal.
    decimal = letter or (grouped and (language, grouped[1]) in (("fr", ","), ("en", ".")))
    if grouped and not digits.startswith("0") and not (decimal and digits.count(grouped[1]) == 1 and grouped[1] != " "):
        plain = re.sub(r"[ ,.]", "", digits)
    else:
        plain = digits.replace(",", ".")
    if not letter and plain.isdigit() and plain.endswith("000"):
        size = len(plain) - 1
        letter, cut = next((letter, cut) for letter, cut in (("B", 9), ("M", 6), ("K", 3)) if size >= cut)
        whole = int(plain) / 10**cut
        return f"{whole:g}{letter}" if 10**cut * whole == int(plain) else plain
    if letter in _NEXT_MULTIPLE and plain.isdigit() and plain.endswith("000"):
        plain, letter = plain[:-3], _NEXT_MULTIPLE[letter]
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain) + letter

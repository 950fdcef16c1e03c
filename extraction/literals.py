"""Figures and licences in sentences: amounts of money, numbers of parameters, context windows, licence names.

Values are written as the annotation guidelines write them: as told, with a unit ("109B", "10M", "1.7 Md€",
"$4.75B"), licences by their SPDX id where they have one. Which entity they belong to is decided by the claim reader.
"""

import re
import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from graph.errors import InvalidDeclaration
from graph.records import Record
from graph.settings import DATA_FOLDER

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


class RoleWords(Record):
    """Words that tell what an amount is for."""

    role: str
    after: str
    before: str


class LicenseWords(Record):
    """How texts write a licence."""

    value: str
    pattern: str


class LiteralLexicon(Record):
    """The words of `data/lexicons/literals.toml`."""

    multiples: dict[str, str]
    currencies: dict[str, str]
    roles: tuple[RoleWords, ...]
    licenses: tuple[LicenseWords, ...]
    license_near_misses: dict[str, str]


class _Patterns:
    """The lexicon compiled."""

    def __init__(self, lexicon: LiteralLexicon) -> None:
        units = sorted(lexicon.multiples, key=lambda word: (-len(word), word))
        unit = "|".join(map(re.escape, units))
        number = r"\d{1,3}(?:[ ,.]\d{3})+(?![\d])|\d+(?:[.,]\d+)?"
        quantity = rf"(?P<number>{number})(?:\s?[-–]\s?(?P<number2>{number}))?(?:[\s-]?(?P<unit>{unit})(?![a-zà-ÿ]))?"
        money = "|".join(f"(?:{source})" for source in lexicon.currencies.values())
        self.multiples = lexicon.multiples
        self.currencies = {sign: _compile(source) for sign, source in lexicon.currencies.items()}
        self.amounts = (
            _compile(rf"(?<![\w$€£])(?P<currency>{money})\s?{quantity}(?![\w%])(?!\s?[xX]\b)"),
            _compile(rf"(?<![\w.,$€£-]){quantity}\s?(?:de |d'|of |in )?(?P<currency>{money})(?![\w])"),
        )
        size = rf"(?<![\w.,$€£-])(?P<approximate>~\s?)?{quantity}"
        parameters = r"param(?:eter|ètre)?s?\b(?!-)"
        self.parameters = (
            _compile(
                rf"{size}[\s-](?:de |d'|of )?(?P<which>active |activated |total )?{parameters}(?P<after> (?:actifs?|activés?|au total|totaux|in total|active|activated))?"
            ),
            _compile(rf"(?:{parameters}|param count)(?P<which>)(?: ?:| count of| de)? {size}(?P<after>)(?![\w$€%])"),
            _compile(
                r"(?<![\w.,$€£-])(?P<approximate>)(?P<number>\d+(?:\.\d+)?)(?:[-–](?P<number2>\d+(?:\.\d+)?))?(?P<unit>[BMT])\b(?P<which> active| activated| total)(?P<after>)\b"
            ),
            _compile(
                r"\b(?:a|an|the|un|le|of|its|son|new|nouveau)(?: \w+)? (?P<approximate>)(?P<number>\d+(?:\.\d+)?)(?:[-–](?P<number2>\d+(?:\.\d+)?))?(?P<unit>(?-i:[BMT]))(?:-(?P<which>active|total))?(?P<after>)(?=[ -](?:\w+ ){0,2}(?:model|LLM|version|variant|checkpoint|MoE|dense)\b)"
            ),
            _compile(
                r"\b(?:mod[èe]les?|LLM|version|variante)(?: \w+)? (?:de |à )(?P<approximate>)(?P<number>\d+(?:[.,]\d+)?)(?P<number2>\A)?(?P<unit>(?-i:[BMT]))\b(?P<which>)(?P<after>)"
            ),
        )
        tokens = r"(?:tokens?|jetons|toks?)\b"
        window = r"(?:context(?:e|[- ]window|[- ]length|uel(?:le)?)?s?|fenêtres?|window)"
        self.contexts = (
            _compile(rf"\b{window}\b[^.;:]{{0,45}}?(?<![\w.,$€£-]){quantity}(?:[\s-](?:de |d')?{tokens})(?!/)"),
            _compile(
                rf"(?<![\w.,$€£-]){quantity}(?:[\s-](?:de |d')?{tokens})?[\s-](?:(?:de |of )?(?:max(?:imum)? |long |input )?){window}\b"
            ),
            _compile(
                rf"\b{window}(?: (?:window|length|size|contextuelle|de contexte))? (?:(?:étendue? |portée? |élargie? |up |extended |expanded )?(?:to|of|de|à|jusqu'à|is|est de|:) )+(?:up to |jusqu'à )?{quantity}(?![\w%$€])(?!\s?(?:pages|mots|words|books|hours))"
            ),
            _compile(
                rf"\b(?:up to|jusqu'à|limit(?:e)? (?:of|de)) {quantity}[\s-](?:de |d')?(?:input |context )?{tokens}(?! (?:par|per|a) |/)"
            ),
            _compile(rf"(?<![\w.,$€£-]){quantity}[\s-]token(?:s)?[\s-](?:context|window|limit|input)\w*"),
        )
        self.roles = tuple((role.role, _compile(role.after), _compile(role.before)) for role in lexicon.roles)
        self.licenses = tuple((item.value, _compile(item.pattern)) for item in lexicon.licenses)
        self.near_after = _compile(lexicon.license_near_misses["after"])
        self.near_before = _compile(lexicon.license_near_misses["before"])
        self.negated = _compile(lexicon.license_near_misses["negated"])


_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "‑": "-"})


def find_literals(text: str, *, language: str) -> tuple[FoundLiteral, ...]:
    """The amounts, sizes, context windows and licences told in a sentence, in text order, without overlap.

    Args:
        text: One sentence, or any other stretch of clean text.
        language: "fr" or "en"; decides whether a comma is a decimal mark.
    """
    plain, patterns = text.translate(_PLAIN), _patterns()
    found: list[FoundLiteral] = []
    for literal in (
        *_find_amounts(text, plain, language, patterns),
        *_find_sizes(text, plain, language, patterns),
        *_find_licenses(text, plain, patterns),
    ):
        if not any(literal.start < other.end and other.start < literal.end for other in found):
            found.append(literal)
    return tuple(sorted(found, key=lambda literal: literal.start))


def _find_amounts(text: str, plain: str, language: str, patterns: _Patterns) -> list[FoundLiteral]:
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


def _role(before: str, after: str, patterns: _Patterns) -> str:
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


def _find_sizes(text: str, plain: str, language: str, patterns: _Patterns) -> list[FoundLiteral]:
    found = []
    sources = [(LiteralKind.CONTEXT, pattern) for pattern in patterns.contexts]
    sources += [(LiteralKind.PARAMETERS, pattern) for pattern in patterns.parameters]
    for kind, pattern in sources:
        for match in pattern.finditer(plain):
            value = _quantity(match, language, patterns)
            if not value or (kind is LiteralKind.PARAMETERS and value.isdigit()):
                continue
            start = match.start("number")
            which: Literal["total", "active", ""] = ""
            if kind is LiteralKind.PARAMETERS:
                which = _which(match, plain)
                value = "~" + value if match["approximate"] else value
            found.append(
                FoundLiteral(
                    start=start, end=match.end(), text=text[start : match.end()], kind=kind, value=value, which=which
                )
            )
    return found


def _which(match: re.Match[str], plain: str) -> Literal["total", "active", ""]:
    words = f"{match['which'] or ''} {match['after'] or ''}".casefold()
    if "acti" in words:
        return "active"
    if "tot" in words:
        return "total"
    # "17 milliards de paramètres actifs sur 109 milliards", "17B active out of 109B total".
    before = plain[max(0, match.start() - 40) : match.start()].casefold()
    return (
        "total"
        if re.search(r"acti\w* (?:\w+ )?(?:sur|out of|of|parmi)(?: (?:un total de|a total of))? $", before)
        else ""
    )


def _find_licenses(text: str, plain: str, patterns: _Patterns) -> list[FoundLiteral]:
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
                    value=value,
                    negated=patterns.negated.search(before) is not None,
                )
            )
    return found


def _quantity(match: re.Match[str], language: str, patterns: _Patterns) -> str:
    """The number of a match with its multiple as a letter: "1,2 milliard" is "1.2B", "128 000" is "128K"."""
    letter = patterns.multiples.get((match["unit"] or "").casefold(), "")
    values = [match["number"], *([match["number2"]] if match["number2"] else [])]
    return "-".join(_number(value, language, letter) for value in values)


def _number(digits: str, language: str, letter: str) -> str:
    grouped = re.fullmatch(r"\d{1,3}(?:([ ,.])\d{3})+", digits)
    decimal_comma = language == "fr" or not re.fullmatch(r"\d{1,3}(?:,\d{3})+", digits)
    if (
        grouped
        and not digits.startswith("0")
        and not (grouped[1] == "." and letter)
        and not (grouped[1] == "," and letter and decimal_comma)
    ):
        plain = re.sub(r"[ ,.]", "", digits)
    else:
        plain = digits.replace(",", ".")
    if not letter and plain.isdigit() and plain.endswith("000"):
        size = len(plain) - 1
        letter, cut = next((letter, cut) for letter, cut in (("B", 9), ("M", 6), ("K", 3)) if size >= cut)
        whole = int(plain) / 10**cut
        return f"{whole:g}{letter}" if 10**cut * whole == int(plain) else plain
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain) + letter


def _compile(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


@cache
def _patterns() -> _Patterns:
    return _Patterns(load_literals())


@cache
def load_literals(path: Path = DATA_FOLDER / "lexicons" / "literals.toml") -> LiteralLexicon:
    """The lexicon of literals.

    Raises:
        InvalidDeclaration: the file does not parse.
    """
    try:
        return LiteralLexicon.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise InvalidDeclaration(path.name, str(error).replace("\n", " ")) from error

"""What cells say: several names in one, dates, counts and licences in the forms that the graph keeps them in."""

import ast
import json
import re
from collections.abc import Sequence
from datetime import datetime

from extraction.literals import LiteralKind, find_literals
from extraction.structured.mapping import LiteralColumn, Reads
from extraction.structured.tables import Cell
from graph.edtf import parse_edtf
from graph.errors import InvalidDate
from graph.records import Date, DatePrecision

MAX_LITERAL = 100
"""Characters of a literal value; chosen by hand: the longest name of a licence, not its text."""
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*", re.ASCII | re.DOTALL)
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:e\+?\d+)?", re.ASCII | re.IGNORECASE)
_LICENCE_WORDS = re.compile(r"\b(?:the|licen[cs]ed?|licen[cs]es|agreement)\b", re.IGNORECASE)
_MULTIPLES = (("T", 1e12), ("B", 1e9), ("M", 1e6), ("K", 1e3))
_MAX_COUNT = 1e18
"""More is no count of anything that a model has."""


def items_of(cell: Cell, separators: Sequence[str], keep: Sequence[str], blank: frozenset[str]) -> tuple[str, ...]:
    """The texts of a cell, each on one line, in order and once.

    A list may also be written in the cell, as JSON or as Python writes it: `["navya","keolis"]`.

    Args:
        cell: As the table has it.
        separators: What stands between texts.
        keep: Texts that hold a separator.
        blank: Texts that say nothing, folded.
    """
    parts = cell if isinstance(cell, tuple) else _written_list(cell)
    found = parts if parts is not None else _split(str(cell), separators, keep)
    texts = (" ".join(part.split()) for part in found)
    return tuple(dict.fromkeys(text for text in texts if text and text.casefold() not in blank))


def _written_list(cell: str) -> tuple[str, ...] | None:
    text = cell.strip()
    if not (text.startswith("[") and text.endswith("]")):
        return None
    for read in (json.loads, ast.literal_eval):
        try:
            value = read(text)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            continue
        if isinstance(value, list) and all(isinstance(item, str | int | float) for item in value):
            return tuple(str(item) for item in value)
    return None


def _split(cell: str, separators: Sequence[str], keep: Sequence[str]) -> list[str]:
    if not separators:
        return [cell]
    # What is kept stands first, so that it wins where a separator is inside it.
    whole = "|".join(re.escape(item) for item in sorted(keep, key=len, reverse=True))
    marks = "|".join(re.escape(mark) for mark in sorted(separators, key=len, reverse=True))
    pattern = re.compile(rf"({whole})|({marks})" if whole else rf"(?!)()|({marks})")
    parts, start = [], 0
    for match in pattern.finditer(cell):
        if match[2]:
            parts.append(cell[start : match.start()])
            start = match.end()
    return [*parts, cell[start:]]


def read_date(text: str, date_format: str | None = None) -> Date:
    """The date of a cell: EDTF, a moment as ISO writes it, or in the given form. Raises InvalidDate."""
    if moment := _MOMENT.fullmatch(text):
        return parse_edtf(moment[1])
    if date_format is not None:
        try:
            return parse_edtf(datetime.strptime(text, date_format).date().isoformat())
        except ValueError as error:
            raise InvalidDate(text) from error
    return parse_edtf(text)


def read_day(text: str) -> str | None:
    """The ISO day of a cell, None where it tells no single day."""
    try:
        date = read_date(text)
    except InvalidDate:
        return None
    return date.start if date.precision is DatePrecision.DAY else None


def read_literal(text: str, column: LiteralColumn, *, language: str) -> str | None:
    """The value that a cell tells, None where it tells none that the column is for.

    Raises:
        InvalidDate: a date was expected.
    """
    if text in column.values:
        return column.values[text] or None
    if column.only_values:
        return None
    if column.reads is Reads.DATE:
        return read_date(text, column.date_format).edtf
    if column.reads is Reads.COUNT:
        return read_count(text, language=language)
    if column.reads is Reads.LICENSE:
        return read_license(text, language=language)
    return text if len(text) <= MAX_LITERAL else None


def read_count(text: str, *, language: str) -> str | None:
    """A number of parameters: "2400000000.0" and "2.4B parameters (dense)" are "2.4B"; None for two, or none."""
    if _NUMBER.fullmatch(text):
        number = float(f"{float(text):.4g}")
        if not 1 <= number < _MAX_COUNT:
            return None
        letter, unit = next(((letter, unit) for letter, unit in _MULTIPLES if number >= unit), ("", 1.0))
        return f"{number / unit:g}{letter}"
    literals = find_literals(text, language=language)
    found = {literal.value for literal in literals if literal.kind is LiteralKind.PARAMETERS}
    return found.pop() if len(found) == 1 else None


def read_license(text: str, *, language: str) -> str | None:
    """A licence by its SPDX id where the whole cell names one, else as told; None for more than a name."""
    for literal in find_literals(text, language=language):
        rest = text[: literal.start] + text[literal.end :]
        named = literal.kind is LiteralKind.LICENSE and not literal.negated
        if named and not re.search(r"\w", _LICENCE_WORDS.sub("", rest)):
            return literal.value
    return text if len(text) <= MAX_LITERAL else None

"""Rows of CSV, JSON and JSON Lines files, each with its number and its cells as text or lists of texts.

A row that cannot be read comes as `BrokenRow`, and the rows after it are read all the same.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import JsonValue

from extraction.structured.mapping import Mapping, TableFormat
from graph.errors import UnreadableTable
from graph.records import Record

Cell = str | tuple[str, ...]
MAX_CELL = 1_000_000
"""Characters; chosen by hand: a long article. Python's own limit, 131,072, is less than some tables hold."""


class Row(Record):
    """One row.

    `number` is what a spreadsheet or an editor shows: the header of a CSV file is row 1, the first line of JSON Lines
    is line 1, the first element of a JSON list is 1.
    """

    number: int
    cells: dict[str, Cell]


class BrokenRow(Record):
    """A row that cannot be read, and why."""

    number: int
    reason: str


def read_rows(path: Path, mapping: Mapping) -> Iterator[Row | BrokenRow]:
    """The rows of a file, in its order, read as they are asked for (JSON: all at once).

    Raises:
        UnreadableTable: the file cannot be opened, is not UTF-8, or is no table of its format.
    """
    try:
        yield from _READERS[table_format(path, mapping)](path, mapping)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableTable(str(path), reason, "name a file that exists and that you may read") from error
    except UnicodeDecodeError as error:
        raise UnreadableTable(str(path), f"byte {error.start} is not UTF-8", "save it in UTF-8") from error


def table_format(path: Path, mapping: Mapping) -> TableFormat:
    """How a file is written: as the mapping says, or by the ending of its name. Raises UnreadableTable."""
    if mapping.format is not None:
        return mapping.format
    ending = path.suffix.casefold().removeprefix(".")
    try:
        return TableFormat({"ndjson": "jsonl", "tsv": "csv"}.get(ending, ending))
    except ValueError as error:
        reason = f"its ending {path.suffix!r} tells no format"
        raise UnreadableTable(str(path), reason, "use .csv, .json or .jsonl, or declare a format") from error


def _csv_rows(path: Path, mapping: Mapping) -> Iterator[Row | BrokenRow]:
    csv.field_size_limit(MAX_CELL)
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, delimiter=mapping.delimiter, strict=True)
        try:
            header = [column.strip() for column in next(reader, [])]
        except csv.Error as error:
            raise UnreadableTable(str(path), f"its header cannot be read ({error})", "correct the file") from error
        if not any(header):
            raise UnreadableTable(str(path), "it has no header", "give a table whose first row names the columns")
        if twice := sorted(column for column in set(header) if column and header.count(column) > 1):
            raise UnreadableTable(str(path), f"two columns are called {twice[0]!r}", "rename one")
        number = 1
        while True:
            number += 1
            try:
                cells = next(reader, None)
            except csv.Error as error:
                yield BrokenRow(number=number, reason=str(error))
                continue
            if cells is None:
                return
            if not any(cells):
                continue
            if len(cells) != len(header):
                yield BrokenRow(number=number, reason=f"it has {len(cells)} cells where the header has {len(header)}")
                continue
            yield Row(number=number, cells={name: cell for name, cell in zip(header, cells, strict=True) if name})


def _json_rows(path: Path, mapping: Mapping) -> Iterator[Row | BrokenRow]:
    try:
        whole = _loads(path.read_text("utf-8-sig"))
    except (json.JSONDecodeError, RecursionError) as error:
        raise UnreadableTable(str(path), f"it is no JSON ({error})", "correct the file") from error
    rows = whole.get(mapping.records) if isinstance(whole, dict) and mapping.records else whole
    if not isinstance(rows, list):
        where = f"in its member {mapping.records!r}" if mapping.records else "at its top"
        raise UnreadableTable(str(path), f"it has no list of rows {where}", "see `records` in the mapping")
    for number, fields in enumerate(rows, start=1):
        yield _row(number, fields)


def _jsonl_rows(path: Path, mapping: Mapping) -> Iterator[Row | BrokenRow]:
    del mapping  # JSON Lines leave nothing to declare.
    with path.open(encoding="utf-8-sig") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                yield _row(number, _loads(line))
            except (json.JSONDecodeError, RecursionError) as error:
                yield BrokenRow(number=number, reason=f"it is no JSON ({error})")


_READERS = {TableFormat.CSV: _csv_rows, TableFormat.JSON: _json_rows, TableFormat.JSONL: _jsonl_rows}


def _loads(text: str) -> JsonValue:
    # Numbers stay as they are written: "2.10" is no 2.1 when it is a version.
    value: JsonValue = json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    return value


def _row(number: int, fields: JsonValue) -> Row | BrokenRow:
    if not isinstance(fields, dict):
        return BrokenRow(number=number, reason="it is no object")
    return Row(number=number, cells={name.strip(): _cell(value) for name, value in fields.items()})


def _cell(value: JsonValue) -> Cell:
    if isinstance(value, list):
        return tuple(str(_cell(item)) for item in value if item is not None)
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False)

"""`veille import`: rows of a table, or a whole export, into the graph."""

import io
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.ingest import resolve_entities
from api.cli.options import PublishedOption, checked_published
from api.cli.terminal import note, one_line, say
from graph.errors import KnowledgeGraphError, UnreadableExport, UnreadableTable
from graph.records import Record
from graph.store import Store
from graph.store.answers import WriteReport
from graph.store.batches import DOCUMENTS, write_each

if TYPE_CHECKING:
    from extraction.structured import Mapping, RowReading

NAME = "import"
HELP = """Read the rows of a table (CSV, JSON, JSON Lines) into the graph, or fill an empty graph from an export.

A mapping says what the columns mean: a shipped one by its name (ai-incidents, ecosystem-graphs, epoch-models,
osai-index), or a TOML file of your own. Every row is a document of its own: all of it is read, or nothing. A row that
cannot be used is told and left out; the exit code is 1 only when no row can be used. Give --published where the table
does not date its rows: the later of two versions of a row is the one that counts.

\b
Examples:
  veille import all_ai_models.csv --mapping epoch-models
  veille import incidents.csv --mapping ai-incidents --published 2025-03-01
  veille import graph.jsonl --format jsonl
  veille export --format jsonl | VEILLE_GRAPH_URI=neo4j://localhost veille import --format jsonl
"""
_TOLD = 20
"""Rows that are told one by one; chosen by hand: a screen. The others are counted."""


class ImportFormat(StrEnum):
    """Formats that are no table."""

    JSONL = "jsonl"


class RowOutcome(Record):
    """What became of the rows: how many of each status, and what was wrong with which."""

    counts: dict[str, int]
    broken: tuple[tuple[int, str], ...]
    remarks: tuple[tuple[int, str], ...]


def command(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="A table or an export; - is standard input.")
    ] = None,
    mapping: Annotated[
        str | None, typer.Option("--mapping", metavar="NAME|FILE.toml", help="What the columns of the table mean.")
    ] = None,
    format: Annotated[
        ImportFormat | None, typer.Option("--format", help="Of an export that `veille export` printed.")
    ] = None,
    published: PublishedOption = None,
) -> None:
    """Read a table or an export into the graph."""
    if (mapping is None) == (format is None):
        raise typer.BadParameter("give --mapping for a table, or --format jsonl for an export.")
    if mapping is None:
        import_export(file)
    elif file is None or str(file) == "-":
        raise typer.BadParameter("a table is read from a file: name one.")
    else:
        import_table(file, mapping, published=checked_published(published))


def import_export(file: Path | None) -> None:
    """Fill the empty graph from an export. Raises UnreadableExport."""
    from graph.settings import graph_uri
    from graph.store import open_store

    with _lines(file) as lines, open_store(graph_uri()) as store:
        documents = store.import_lines(lines)
    say(f"{documents} documents")


def import_table(file: Path, mapping_name: str, *, published: str | None) -> None:
    """Read a table into the graph, and tell what became of its rows. Raises UnreadableTable, UnknownMapping."""
    from extraction.structured import load_mapping, read_table, survey_table
    from graph.settings import graph_uri
    from graph.store import open_store

    mapping = load_mapping(mapping_name)
    survey = survey_table(file, mapping)
    for told, columns in (("does not know", survey.unknown), ("misses", survey.missing)):
        if columns:
            note(one_line(f"Mapping {mapping.name} {told} {len(columns)} columns: {', '.join(columns)}"))
    with open_store(graph_uri()) as store:
        outcome = write_rows(store, read_table(file, mapping, survey, published=published), total=survey.rows)
        if outcome.counts:
            resolve_entities(store)
    summarize(outcome, mapping)
    if not outcome.counts:
        raise UnreadableTable(str(file), "none of its rows can be used", f"see whether {mapping.name} is its mapping")


def write_rows(store: Store, readings: "Iterable[RowReading]", *, total: int = 0) -> RowOutcome:
    """Write rows to a store, many in a transaction, telling progress on standard error.

    Args:
        store: Where to.
        readings: Of the rows, as they are read.
        total: How many there are, for the progress told.

    Raises:
        StoreError: the engine failed; the rows told before are kept.
    """
    counts: Counter[str] = Counter()
    broken: list[tuple[int, str]] = []
    remarks: list[tuple[int, str]] = []
    done = 0
    rows = iter(readings)
    while batch := list(islice(rows, DOCUMENTS)):
        for row in batch:
            (remarks if row.extraction else broken).extend((row.number, remark) for remark in row.remarks)
        good = [(row.number, row.extraction) for row in batch if row.extraction is not None]
        try:
            for (number, _), outcome in zip(good, write_each(store, [one for _, one in good]), strict=True):
                if isinstance(outcome, WriteReport):
                    counts[outcome.status] += 1
                else:
                    broken.append((number, str(outcome)))
        except KnowledgeGraphError:
            note(f"Stopped after {done} rows, which are kept; start again, they will be known")
            raise
        done += len(batch)
        if done < total:
            note(f"[{done}/{total}]")
    return RowOutcome(counts=dict(sorted(counts.items())), broken=tuple(sorted(broken)), remarks=tuple(remarks))


def summarize(outcome: RowOutcome, mapping: "Mapping") -> None:
    """Tell how many rows were new, known or broken, what was wrong with which, and whom to credit."""
    told = {"new": 0, "known": 0, **outcome.counts, "broken": len(outcome.broken)}
    say(", ".join(f"{count} {status}" for status, count in told.items()))
    for what, rows in (("left out", outcome.broken), ("read in part", outcome.remarks)):
        for number, reason in rows[:_TOLD]:
            note(one_line(f"row {number} {what}: {reason}"))
        if len(rows) > _TOLD:
            note(f"{len(rows) - _TOLD} more rows {what}")
    if mapping.credit:
        note(one_line(f"Credit {mapping.credit}{f' ({mapping.licence})' if mapping.licence else ''}"))


@contextmanager
def _lines(file: Path | None) -> Iterator[Iterable[str]]:
    """The lines of an export, from a file or from standard input. Raises UnreadableExport."""
    try:
        if file is None or str(file) == "-":
            with io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8") as read:
                yield read
        else:
            with file.open(encoding="utf-8") as opened:
                yield opened
    except OSError as error:
        raise UnreadableExport(str(file), (error.strerror or str(error)).lower()) from error
    except UnicodeDecodeError as error:
        raise UnreadableExport(str(file or "standard input"), f"byte {error.start} is not UTF-8") from error

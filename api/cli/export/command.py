"""The command: which format, and where it goes."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api.cli.terminal import note, say
from graph.store import Store

NAME = "export"
HELP = """Print the whole graph, in one order that does not depend on how it came about.

jsonl holds everything, one JSON record a line, and `veille import --format jsonl` reads it back. jsonld and turtle use
the terms of schema.org and PROV-O. graphml is for Gephi, Cytoscape, NetworkX. csv is a folder for `neo4j-admin
database import`, named with --output; what a spreadsheet would run as a formula has an apostrophe before it.

\b
Examples:
  veille export --format jsonl > graph.jsonl
  veille export --format turtle > graph.ttl
  veille export --format csv --output graph-csv
"""


class ExportFormat(StrEnum):
    """Formats of an export."""

    JSONL = "jsonl"
    JSONLD = "jsonld"
    TURTLE = "turtle"
    GRAPHML = "graphml"
    CSV = "csv"


def command(
    format: Annotated[ExportFormat, typer.Option("--format", help="How the graph is written.")] = ExportFormat.JSONL,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FOLDER", help="Of csv: a folder that is empty or not there.")
    ] = None,
    with_log: Annotated[
        bool,
        typer.Option("--with-log", help="Of jsonl: add when each document was read; no longer the same everywhere."),
    ] = False,
) -> None:
    """Print the whole graph."""
    from graph.settings import graph_uri
    from graph.store import open_store

    if (format is ExportFormat.CSV) != (output is not None):
        raise typer.BadParameter("--format csv and --output FOLDER go together.")
    if with_log and format is not ExportFormat.JSONL:
        raise typer.BadParameter("only --format jsonl holds the log.", param_hint="--with-log")
    with open_store(graph_uri(), read_only=True) as store:
        _export(store, format, output, with_log=with_log)


def _export(store: Store, format: ExportFormat, output: Path | None, *, with_log: bool) -> None:
    if output is not None:
        from api.cli.export.neo4j_csv import write_csv

        note(f"Import it with:\n{write_csv(store.export_lines, output)}")
    elif format is ExportFormat.JSONL:
        for line in store.export_lines(with_log=with_log):
            say(line)
    elif format is ExportFormat.GRAPHML:
        from api.cli.export.graphml import graphml_lines

        for line in graphml_lines(store.export_lines):
            say(line)
    else:
        from api.cli.export.rdf import RdfSyntax, write_rdf

        sys.stdout.flush()
        write_rdf(store.export_lines(), sys.stdout.buffer, RdfSyntax(format.value))

"""`veille export`: the whole graph, one record a line."""

from enum import StrEnum
from typing import Annotated

import typer

from api.cli.terminal import say

NAME = "export"
HELP = """Print the whole graph as JSON Lines, in one order that does not depend on how it came about.

\b
Example:
  veille export --format jsonl > graph.jsonl
"""


class ExportFormat(StrEnum):
    """Formats of an export."""

    JSONL = "jsonl"


def command(
    format: Annotated[ExportFormat, typer.Option("--format", help="One JSON record a line.")] = ExportFormat.JSONL,
    with_log: Annotated[
        bool, typer.Option("--with-log", help="Add when each document was read: no longer the same everywhere.")
    ] = False,
) -> None:
    """Print the whole graph."""
    from graph.settings import graph_uri
    from graph.store import open_store

    with open_store(graph_uri(), read_only=True) as store:
        for line in store.export_lines(with_log=with_log):
            say(line)

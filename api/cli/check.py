"""`veille check`: whether the graph is as it should be."""

from typing import Annotated

import typer

from api.cli.options import Format
from api.cli.terminal import note, one_line, safe_json, say

NAME = "check"
HELP = """Look through the whole graph for what should not be: orphans, shadow edges that disagree with their claims,
evidence that leads nowhere. One line for each finding; the exit code is 1 when there is any.

\b
Examples:
  veille check
  veille check --format json
"""


def command(
    format: Annotated[Format, typer.Option("--format", help="How to print; as JSON, one record a line.")] = Format.TEXT,
) -> None:
    """Print what is wrong with the graph."""
    from graph.settings import graph_uri
    from graph.store import open_store
    from graph.store.check import check_graph

    count = 0
    with open_store(graph_uri(), read_only=True) as store:
        for finding in check_graph(store):
            count += 1
            text = f"{finding.what}: {finding.id}"
            say(safe_json(finding.model_dump_json()) if format is Format.JSON else one_line(text))
    if count:
        note(f"{count} {'finding' if count == 1 else 'findings'}: restore a backup, or report how this came about.")
        raise typer.Exit(1)
    if format is Format.TEXT:
        say("All is well.")

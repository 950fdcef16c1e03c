"""`veille status`: where the graph is and how much it holds."""

from typing import Annotated

import typer

from api.cli.options import Format
from api.cli.terminal import one_line, safe_json, say

NAME = "status"
HELP = """Print where the graph is and how much it holds.

\b
Example:
  veille status --format json
"""


def command(format: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.TEXT) -> None:
    """Print the size of the graph."""
    from graph.settings import graph_uri
    from graph.store import open_store, read

    with open_store(graph_uri(), read_only=True) as store:
        status = read.status(store)
    if format is Format.JSON:
        say(safe_json(status.model_dump_json(indent=1)))
        return
    say(one_line(f"{status.uri} ({status.engine}, schema {status.schema_version})"))
    for name in ("documents", "passages", "entities", "mentions", "claims"):
        say(f"  {name:<10} {getattr(status, name):>9,}")
    for title, counts in (("kinds", status.by_kind), ("predicates", status.by_predicate)):
        told = ", ".join(f"{name} {count:,}" for name, count in counts.items() if count)
        say(f"  {title:<10} {told or '-'}")

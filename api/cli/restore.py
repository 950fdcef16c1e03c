"""`veille restore`: an empty graph filled from a backup."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.terminal import one_line, say

NAME = "restore"
HELP = """Fill an empty graph from a file of `veille backup`. The file is checked as a whole first: one that was cut
short or changed, or a graph that holds something already, is refused and nothing is written.

\b
Example:
  VEILLE_GRAPH_URI=embedded:new.kgl veille restore graph-2025-04-30.jsonl
"""


def command(path: Annotated[Path, typer.Argument(metavar="PATH", help="A file of `veille backup`.")]) -> None:
    """Fill an empty graph."""
    from graph.settings import graph_uri
    from graph.store import open_store
    from graph.store.backup import restore_backup

    with open_store(graph_uri()) as store:
        count = restore_backup(store, path)
        say(one_line(f"{store.uri}: {count:,} documents restored."))

"""`veille backup`: the whole graph in one file."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.terminal import one_line, say

NAME = "backup"
HELP = """Write the whole graph, with judgements and log, to a new file; `veille restore` fills an empty graph from it,
on either engine. A name that ends in .gz is compressed. The last line is a checksum of all others. On
Neo4j, let nobody write meanwhile.

\b
Examples:
  veille backup graph-2025-04-30.jsonl
  veille backup /mnt/backups/graph.jsonl.gz
"""


def command(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The file to write; nothing may be there.")],
) -> None:
    """Write a backup."""
    from graph.settings import graph_uri
    from graph.store import open_store
    from graph.store.backup import write_backup

    with open_store(graph_uri(), read_only=True) as store:
        count = write_backup(store, path)
    say(one_line(f"{path}: {count:,} records."))

"""`veille migrate`: a graph that an older program wrote, brought up to date."""

from typing import Annotated

import typer

from api.cli.terminal import one_line, say

NAME = "migrate"
HELP = """Bring a graph that an older version of this program wrote up to date. Every command that writes does so by
itself; with --dry-run only tell what would change.

\b
Examples:
  veille migrate --dry-run
  veille migrate
"""


def command(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would change; change nothing.")] = False,
) -> None:
    """Run or show the migrations that are due."""
    from graph.settings import graph_uri
    from graph.store import open_store, pending_migrations

    uri = graph_uri()
    pending = pending_migrations(uri)
    if not dry_run:
        open_store(uri).close()
    for migration in pending:
        told = f"{migration.what} ({migration.changes:,} to change)"
        say(one_line(f"{'Would migrate' if dry_run else 'Migrated'} to schema version {migration.to_version}: {told}."))
    if not pending:
        say("Nothing to migrate: the graph is up to date.")

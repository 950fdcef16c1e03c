"""The commands of `veille`, put together. Imports that take time stay inside the commands that need them."""

import sys
from importlib.metadata import version
from typing import Annotated

import typer

from api.cli import (
    ask,
    backup,
    check,
    conflicts,
    demo,
    diff,
    evaluate,
    explain,
    export,
    extract,
    import_,
    ingest,
    merge,
    migrate,
    restore,
    retract,
    review,
    schema,
    serve,
    split,
    status,
)
from api.cli.terminal import note, plain_errors, say

_HELP = """A knowledge graph of the AI ecosystem, read from digests in French and English.

The graph is at VEILLE_GRAPH_URI: embedded:PATH (by default in your data folder), neo4j://HOST or bolt://HOST.

\b
Examples:
  veille ingest digest.md --source https://example.org/2025-04 --published 2025-04-30
  veille ask "what did Meta release in April 2025"
  veille serve
"""

app = typer.Typer(
    name="veille",
    help=_HELP,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for module in (
    ingest,
    import_,
    extract,
    explain,
    ask,
    export,
    serve,
    evaluate,
    schema,
    status,
    demo,
    merge,
    split,
    retract,
    conflicts,
    diff,
    check,
    backup,
    restore,
    migrate,
):
    app.command(name=module.NAME, help=module.HELP, rich_help_panel=None)(module.command)
app.add_typer(review.app, name=review.NAME)


def _version(asked: bool) -> None:
    if asked:
        say(f"veille {version('veille')}")
        raise typer.Exit


@app.callback()
def _options(
    _: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Options of every command; `help` above is what users see."""


def main() -> None:
    """Run `veille`. Exit codes: 0 done, 1 refused, partly refused or cut short, 2 wrong usage, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        # A digest may hold what the terminal's encoding does not: show it escaped rather than fail.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    try:
        with plain_errors():
            app()
    except KeyboardInterrupt:
        note("Interrupted.")
        raise SystemExit(130) from None

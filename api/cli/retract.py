"""`veille retract`: take a digest back, and what it alone said."""

from typing import Annotated

import typer

from api.cli.terminal import one_line, say

NAME = "retract"
HELP = """Take a digest back: what it alone said goes, what others say too stays.

DOCUMENT is an id, or the source it was read from; of several versions that is the current one, and the version before
it then returns. Reading the digest again brings it back.

\b
Examples:
  veille retract 9b1f6c3ad2e47081ffc0
  veille retract https://example.org/2025-04
"""


def command(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The id of a document, or its source.")],
) -> None:
    """Take one document back."""
    from api.cli.ingest import resolve_entities
    from api.lookup import document_named
    from graph.settings import graph_uri
    from graph.store import open_store, read

    with open_store(graph_uri()) as store:
        known = read.get_document(store, document_named(store, document))
        report = store.retract(known.id)
        returned = read.current_version(store, known.source) if known.current and known.source else None
        # What a rule merged because of this document alone goes with it.
        resolve_entities(store)
    gone = f"{report.claims} claims, {report.mentions} mentions and {report.entities} entities went with it"
    say(one_line(f"Retracted {known.id} ({known.title}, {known.source}): {gone}."))
    if returned is not None:
        say(f"The version before it, {returned}, is current again.")

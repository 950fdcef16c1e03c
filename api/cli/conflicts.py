"""`veille conflicts`: what digests tell that cannot all be true, side by side."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import Format
from api.cli.terminal import one_line, safe_json, say
from graph.ontology import load_ontology

if TYPE_CHECKING:
    from graph.store.answers import ClaimAnswer, Conflict

NAME = "conflicts"
HELP = """Show claims that cannot all be true, with the sentence of each: two owners, two release dates, two sizes.

Nothing is retired: the graph keeps them all, and which one is right is for a person to say.

\b
Examples:
  veille conflicts
  veille conflicts --entity "Run:ai"
"""


def command(
    entity: Annotated[
        str | None, typer.Option("--entity", metavar="NAME", help="Only those about this entity: its id or name.")
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="How to print; as JSON, one a line.")] = Format.TEXT,
) -> None:
    """Print every conflict."""
    # Imported here: the engines would slow down every other command.
    from api.lookup import entity_named
    from graph.settings import graph_uri
    from graph.store import open_store
    from graph.store.conflicts import find_conflicts

    with open_store(graph_uri(), read_only=True) as store:
        entity_id = entity_named(store, entity) if entity is not None else None
        conflicts = find_conflicts(store, entity_id=entity_id)
    for conflict in conflicts:
        if format is Format.JSON:
            say(safe_json(conflict.model_dump_json()))
            continue
        for line in conflict_lines(conflict):
            say(line)
    if format is Format.TEXT and not conflicts:
        say("No conflict.")


def conflict_lines(conflict: "Conflict") -> Iterator[str]:
    """What differs, then each claim with its sentences."""
    label = load_ontology().predicate(conflict.predicate).label.en
    yield one_line(
        f"{conflict.entity.name} ({conflict.entity.id}): {conflict.predicate}, {len(conflict.claims)} claims"
    )
    for claim in conflict.claims:
        told = f"{claim.subject.name} {label} {_object(claim)}"
        yield f"  - {one_line(f'{told}, {claim.date}' if claim.date else told)}"
        for evidence in claim.evidence:
            where = ", ".join(part for part in (evidence.document_title or evidence.source, evidence.published) if part)
            yield f"      {one_line(f'“{evidence.passage}” ({where})')}"


def _object(claim: "ClaimAnswer") -> str:
    return claim.object.name if claim.object else claim.value or ""

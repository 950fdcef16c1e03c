"""`veille merge`: judge that two entities are one thing."""

from api.cli.options import ByOption, ReasonOption, person
from api.cli.review import IdArgument
from api.cli.terminal import one_line, say

NAME = "merge"
HELP = """Judge that two entities are one thing: the first leads to the second then; `veille split` undoes it.

They may be of different kinds, as when a digest took a product for a model: what comes of it is of the second one's
kind. Claims that do not fit that kind are kept and shown with their sentences; only the plain edge is not drawn.

\b
Example:
  veille merge organization/mistral organization/mistral-ai --reason "the same company"
"""


def command(merged: IdArgument, kept: IdArgument, reason: ReasonOption = "", by: ByOption = None) -> None:
    """Merge two entities."""
    from graph.records import EntityId
    from graph.resolution import persons
    from graph.settings import graph_uri
    from graph.store import open_store

    with open_store(graph_uri()) as store:
        decided = persons.merge(store, EntityId(merged), EntityId(kept), decided_by=person(by), reason=reason)
    judgement = decided.judgement
    say(one_line(f"{judgement.merged_id} leads to {judgement.kept_id} now; undo: veille split {judgement.merged_id}"))
    if decided.aside:
        kind = judgement.kept_id.partition("/")[0]
        say(f"{decided.aside} claims do not fit the kind {kind}: they are shown with it, but make no plain edge.")

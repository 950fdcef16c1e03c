"""`veille split`: take a merge of two entities back."""

from api.cli.options import ByOption, ReasonOption, person
from api.cli.review import IdArgument
from api.cli.terminal import one_line, say

NAME = "split"
HELP = """Take a merge back: everything is as it was before. What a rule merged is judged to be two things from then on.

\b
Example:
  veille split organization/mistral
"""


def command(merged: IdArgument, reason: ReasonOption = "", by: ByOption = None) -> None:
    """Split a merged entity off."""
    from graph.records import EntityId
    from graph.resolution import persons
    from graph.settings import graph_uri
    from graph.store import open_store

    with open_store(graph_uri()) as store:
        report = persons.split(store, EntityId(merged), decided_by=person(by), reason=reason)
    told = f"{report.merged_id} stands by itself again, apart from {report.kept_id}."
    if report.kept_apart:
        told += f" No rule merges the two again; allow it with: veille review reconsider {merged} {report.kept_id}"
    say(one_line(told))

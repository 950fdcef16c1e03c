"""`veille review`: the pairs of entities that are left to a person, and how to decide them."""

from typing import Annotated

import typer

from api.cli.options import ByOption, Format, ReasonOption, person
from api.cli.terminal import note, one_line, safe_json, say
from graph.judgements import Verdict

NAME = "review"
HELP = """List pairs of entities that may be one thing, likeliest first, with what speaks for and against it.

Decide with `veille merge A B`, or with `veille review reject A B` when they are two things.

\b
Examples:
  veille review
  veille review reject organization/mistral organization/mistral-energy
  veille review reconsider organization/mistral organization/mistral-energy
  veille review judgements
  veille review run
"""
_PAGE = 200
"""Judgements asked for at a time; chosen by hand: some ten kilobytes."""

app = typer.Typer(help=HELP, rich_markup_mode=None, add_completion=False)

IdArgument = Annotated[str, typer.Argument(metavar="ID", help="Id of an entity, as `veille review` prints it.")]


@app.callback(invoke_without_command=True)
def listed(
    context: typer.Context,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Pairs printed at most.")] = 20,
    format: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.TEXT,
) -> None:
    """Print the pairs; `HELP` is what users see."""
    if context.invoked_subcommand is not None:
        return
    from graph.resolution import review
    from graph.settings import graph_uri
    from graph.store import open_store

    with open_store(graph_uri(), read_only=True) as store:
        matches = review(store)
    if format is Format.JSON:
        say(safe_json("[" + ",\n".join(match.model_dump_json() for match in matches[:limit]) + "]"))
        return
    for match in matches[:limit]:
        say(one_line(f"{match.score:.2f} {match.left_id} {match.right_id}"))
        say(one_line(f"“{match.left_name}” and “{match.right_name}”: {match.reason}"))
        say()
    if matches:
        say("One thing: veille merge A B (A leads to B then). Two: veille review reject A B.")
    note(f"{len(matches)} pairs to decide" + (f", {limit} shown" if len(matches) > limit else ""))


@app.command(
    name="judgements", help="List what was judged: who or which rule decided, when, why, and with which score."
)
def judgements(
    format: Annotated[Format, typer.Option("--format", help="How to print; as JSON, one a line.")] = Format.TEXT,
) -> None:
    """Print every judgement."""
    from graph.settings import graph_uri
    from graph.store import open_store
    from graph.store.answers import SortKey
    from graph.store.judged import list_judgements

    with open_store(graph_uri(), read_only=True) as store:
        after: SortKey | None = None
        while True:
            page = list_judgements(store, limit=_PAGE, after=after)
            for one in page.items:
                if format is Format.JSON:
                    say(safe_json(one.model_dump_json()))
                    continue
                joint = "leads to" if one.verdict is Verdict.SAME else "is not"
                score = f", score {one.score:.2f}" if one.score is not None else ""
                say(one_line(f"{one.merged_id} {joint} {one.kept_id}"))
                say(one_line(f"{one.decided_at[:19]} {one.decided_by}{score}: {one.reason or 'no reason given'}"))
                say()
            if page.next is None:
                break
            after = page.next


@app.command(name="reject", help="Judge that two entities are two things: they are not proposed again.")
def reject(left: IdArgument, right: IdArgument, reason: ReasonOption = "", by: ByOption = None) -> None:
    """Tell two entities apart."""
    from graph.records import EntityId
    from graph.resolution import persons
    from graph.settings import graph_uri
    from graph.store import open_store

    with open_store(graph_uri()) as store:
        decided = persons.reject(store, EntityId(left), EntityId(right), decided_by=person(by), reason=reason)
    say(one_line(f"{left} and {right} are two things" + ("." if decided.new else ", as was known.")))


@app.command(name="reconsider", help="Take back that two entities are two things.")
def reconsider(left: IdArgument, right: IdArgument) -> None:
    """Take a rejection back."""
    from graph.records import EntityId
    from graph.settings import graph_uri
    from graph.store import open_store

    with open_store(graph_uri()) as store:
        store.reconsider(EntityId(left), EntityId(right))
    say(one_line(f"{left} and {right} may be one thing again."))


@app.command(
    name="run",
    help="Compare all entities again: merge what is certain by rule, and take back what no longer is. Of what digests "
    "change, `ingest`, `import` and `retract` do so too; after an update of this program it may be due for all.",
)
def run() -> None:
    """Resolve the whole graph."""
    from graph.resolution import resolve
    from graph.settings import graph_uri
    from graph.store import open_store

    with open_store(graph_uri()) as store:
        report = resolve(store, whole=True)
    say(f"{report.merged} merged, {report.split} split, {report.review} pairs to decide")

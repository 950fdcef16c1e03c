"""`veille diff`: what changed between two digests, or between two days."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import Format
from api.cli.terminal import one_line, safe_json, say
from api.dates import last_day
from graph.errors import InvalidDate
from graph.ontology import load_ontology

if TYPE_CHECKING:
    from graph.store.difference import Difference, FactChange, Telling

NAME = "diff"
HELP = """Say what the second of two digests tells otherwise than the first, or what was known on the second of two
days otherwise than on the first: facts that are new, told otherwise (factuality or date) or gone, and new entities.

A digest is an id or a source; a day may be a month or a year, which stands for its last day.

\b
Examples:
  veille diff https://example.org/2025-04 https://example.org/2025-05
  veille diff 2025-04-01 2025-05-01
  veille diff 2025-03 2025-04 --format json
"""
_LIKE_A_DAY = re.compile(r"\d{4}(?:-\d{1,2}){0,2}")
_MARKS = {"new": "+", "changed": "~", "gone": "-"}


def command(
    before: Annotated[str, typer.Argument(metavar="A", help="A digest, or a day.")],
    after: Annotated[str, typer.Argument(metavar="B", help="Another digest, or another day.")],
    format: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.TEXT,
) -> None:
    """Print what changed."""
    days = _day(before), _day(after)
    if (days[0] is None) != (days[1] is None):
        raise typer.BadParameter("give two digests or two days, not one of each.", param_hint="A B")
    # Imported here: the engines would slow down every other command.
    from api.lookup import document_named
    from graph.settings import graph_uri
    from graph.store import open_store
    from graph.store.diff import diff_days, diff_documents

    with open_store(graph_uri(), read_only=True) as store:
        if days[0] is not None and days[1] is not None:
            difference = diff_days(store, days[0], days[1])
        else:
            difference = diff_documents(store, document_named(store, before), document_named(store, after))
    if format is Format.JSON:
        say(safe_json(difference.model_dump_json(indent=1)))
        return
    for line in difference_lines(difference):
        say(line)


def difference_lines(difference: "Difference") -> Iterator[str]:
    """A heading, then each fact with its sentences, then the entities."""
    documents = f"{len(difference.documents_new)} documents new, {len(difference.documents_gone)} gone"
    counts = ", ".join(
        f"{sum(fact.change == change for fact in difference.facts)} {change}" for change in ("new", "changed", "gone")
    )
    yield one_line(f"{difference.before} -> {difference.after}: {documents}; facts: {counts}")
    for fact in difference.facts:
        yield from _fact_lines(fact)
    for title, entities in (("new", difference.entities_new), ("gone", difference.entities_gone)):
        if entities:
            yield one_line(f"Entities {title}: {', '.join(f'{entity.name} ({entity.id})' for entity in entities)}")


def _fact_lines(fact: "FactChange") -> Iterator[str]:
    label = load_ontology().predicate(fact.predicate).label.en
    told = f"{fact.subject.name} {label} {fact.object.name if fact.object else fact.value}"
    ways = [_ways(side) for side in (fact.before, fact.after) if side]
    yield one_line(f"{_MARKS[fact.change]} {told}: {' -> '.join(ways)}")
    for telling in fact.after or fact.before:
        yield f"    {one_line(f'“{telling.quote}”')}"


def _ways(tellings: tuple["Telling", ...]) -> str:
    return " and ".join(f"{one.factuality.value}, {one.date}" if one.date else one.factuality.value for one in tellings)


def _day(text: str) -> str | None:
    """The last day of a date; None for what is no date, and so names a digest. Raises InvalidDate for 2025-02-30."""
    try:
        return last_day(text)
    except InvalidDate:
        if _LIKE_A_DAY.fullmatch(text):
            raise
        return None

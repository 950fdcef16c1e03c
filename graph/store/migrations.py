"""Schema versions: what has to change in a graph that an older program wrote, one migration a version.

A migration runs when a graph is opened for writing, in steps that are a transaction each; what is done already is left
alone, so that one that was cut short goes on where it stopped. The version is noted when all is done.
"""

from collections.abc import Callable
from dataclasses import dataclass

from graph.records import Record
from graph.store.entities import entity_words
from graph.store.model import SCHEMA_VERSION, day_of
from graph.store.protocol import Readable
from graph.store.values import column
from graph.store.words import put_words
from graph.store.work import Work

_STEP = 1_000
"""Rows changed in one transaction; chosen by hand: tenths of a second."""


@dataclass(frozen=True)
class Migration:
    """How a graph of the version before becomes one of `to_version`.

    `count` gives how many things there are to change; `step` changes some of them and gives how many, 0 when none is
    left.
    """

    to_version: int
    what: str
    count: Callable[[Readable], int]
    step: Callable[[Work], int]


class PendingMigration(Record):
    """A migration that a graph still needs."""

    to_version: int
    what: str
    changes: int


def _count_plans(graph: Readable) -> int:
    return column(graph.execute_read("count_plans_without_key", {})[0], "claims", int)


def _key_plans(work: Work) -> int:
    rows = work.run("plans_without_key", limit=_STEP)
    work.put("set_plan_keys", rows)
    return len(rows)


def _count_anchors(graph: Readable) -> int:
    return (
        column(graph.execute_read("count_documents_without_day", {})[0], "documents", int)
        + column(graph.execute_read("count_entities_without_words", {})[0], "entities", int)
        + len(graph.execute_read("months", {}))
    )


def _set_anchors(work: Work) -> int:
    """Days for documents, then words for entities, then months go, one at a time: each has thousands of claims."""
    if undated := work.run("documents_without_day", limit=_STEP):
        days = [(row["document_id"], day_of(str(row["published"]) if row["published"] else None)) for row in undated]
        work.put("put_days", [{"document_id": document_id, "day": day} for document_id, day in days])
        return len(undated)
    if wordless := work.run("entities_without_words", limit=_STEP):
        put_words(work, {column(row, "entity_id", str): (frozenset(), entity_words(row)) for row in wordless})
        return len(wordless)
    months = [column(row, "month", str) for row in work.run("months")][:1]
    work.for_ids("remove_months", months)
    return len(months)


def _count_never_compared(graph: Readable) -> int:
    return column(graph.execute_read("count_entities_never_compared", {})[0], "entities", int)


def _note_never_compared(work: Work) -> int:
    ids = [column(row, "entity_id", str) for row in work.run("entities_never_compared", limit=_STEP)]
    work.for_ids("note_changed", ids)
    return len(ids)


MIGRATIONS: tuple[Migration, ...] = (
    Migration(
        to_version=1,
        what="planned claims get the key by which what became of them is found",
        count=_count_plans,
        step=_key_plans,
    ),
    Migration(
        to_version=2,
        what="documents get the day, and entities the words, by which they are found without looking at all of them",
        count=_count_anchors,
        step=_set_anchors,
    ),
    Migration(
        to_version=3,
        what="entities are noted to be compared, once, so that later only those that change are",
        count=_count_never_compared,
        step=_note_never_compared,
    ),
)
"""Every migration there is, in order; the last one leads to `SCHEMA_VERSION`."""


def stored_version(graph: Readable) -> int | None:
    """The schema version of a graph: 0 of one that notes none, None of an empty one."""
    if found := graph.execute_read("meta", {"id": "schema_version"}):
        noted = column(found[0], "value", str)
        return int(noted) if noted.isdigit() else SCHEMA_VERSION + 1
    return 0 if graph.execute_read("document_ids", {"after_id": "", "limit": 1}) else None


def migrations_from(version: int | None) -> tuple[Migration, ...]:
    """The migrations that a graph of this version needs, in order."""
    return tuple(one for one in MIGRATIONS if version is not None and one.to_version > version)


def find_pending(graph: Readable) -> tuple[PendingMigration, ...]:
    """What opening this graph for writing would change; looks only."""
    return tuple(
        PendingMigration(to_version=one.to_version, what=one.what, changes=one.count(graph))
        for one in migrations_from(stored_version(graph))
    )

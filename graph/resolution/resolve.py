"""Resolution of a graph: the rule's merges are brought up to date, and what is doubtful is kept for a person.

Every write notes the entities that it touches; only those, and what depends on them, are looked at. What comes out is
what a look at the whole graph would give: the same documents and persons' judgements give the same graph, in whatever
order they came and however often it was resolved in between.
"""

from collections.abc import Collection
from datetime import UTC, datetime
from functools import partial

from pydantic import Field

from graph.records import EntityId, Record
from graph.resolution.decisions import Decisions
from graph.resolution.index import Index
from graph.resolution.names import ARTEFACTS
from graph.resolution.portraits import Portraits
from graph.resolution.records import Match
from graph.resolution.region import Region
from graph.store.merging import judge, split
from graph.store.protocol import Readable, Row, Store
from graph.store.values import column
from graph.store.work import Work

_BATCH = 500
"""Rows asked for at a time, and changed entities looked at in one transaction; chosen by hand: a second at most."""


class ResolutionReport(Record):
    """What a run of resolution changed."""

    merged: int = Field(description="Entities that the rule merged now.")
    split: int = Field(description="Merges of the rule that no longer hold and were taken back.")
    review: int = Field(description="Pairs that are left to a person.")


def resolve(store: Store, *, whole: bool = False) -> ResolutionReport:
    """Bring the rule's merges up to date with what changed since the last run. What a person judged is never touched.

    Args:
        whole: Compare every entity again, as is due when the rule itself has changed.
    """
    if whole:
        _note_all(store)
    merged = separated = 0
    while (done := store.run(_step)) is not None:
        merged, separated = merged + done[0], separated + done[1]
    open_pairs = column(store.execute_read("count_open_pairs", {})[0], "pairs", int)
    return ResolutionReport(merged=merged, split=separated, review=open_pairs)


def review(graph: Readable) -> tuple[Match, ...]:
    """The pairs that are left to a person, likeliest first, under the ids that they lead to by now."""
    pairs = {str(row["id"]): row for row in _walk(graph, "open_pairs", "id")}
    found = {place: Match.model_validate_json(column(row, "found", str)) for place, row in pairs.items()}
    changed = [EntityId(column(row, "entity_id", str)) for row in _walk(graph, "changed_entities", "entity_id")]
    if changed:
        # Written, but not resolved yet: what a run would find now, without keeping it.
        look = _Look(graph, changed)
        touched = look.region.ids
        found = {place: match for place, match in found.items() if not {match.left_id, match.right_id} & touched} | {
            place_of(match): match for match in look.decisions.review
        }
    return tuple(found[place] for place in sorted(found))


def place_of(match: Match) -> str:
    """Where a pair stands in the list: likeliest first."""
    return f"{1 - match.score:.4f} {match.left_id} {match.right_id}"


class _Look:
    """What follows from a change of some entities; nothing of it is written."""

    def __init__(self, graph: Readable, changed: Collection[EntityId]) -> None:
        portraits = Portraits(graph)
        known = portraits.read(changed)
        self.index = Index(graph)
        # A maker of another name may now be that in the name of what it makes.
        before = self.index.names_before(known)
        renamed = [one for one, portrait in known.items() if before.get(one, portrait.names[0]) != portrait.names[0]]
        due = {*changed, *portraits.made_by(renamed)}
        # Makers are keys of what is made only; of a company, all that is told would be much to read.
        made = [one for one, portrait in portraits.read(due).items() if portrait.kind in ARTEFACTS]
        crowds = self.index.renew(due, portraits.read(due) | portraits.read_whole(made))
        self.region = Region(graph, self.index, portraits)
        self.region.grow(due | crowds)
        self.decisions: Decisions = self.region.decide()


def _step(work: Work) -> tuple[int, int] | None:
    """Look at some changed entities: how many were merged and split, or None when nothing has changed."""
    changed = [
        EntityId(column(row, "entity_id", str)) for row in work.run("changed_entities", after_id="", limit=_BATCH)
    ]
    if not changed:
        return None
    look = _Look(work, changed)
    touched: list[str] = sorted(look.region.ids)
    waiting = {str(row["entity_id"]) for row in work.for_ids("changed_among", touched)} - set(changed)
    look.index.write(work)
    now = datetime.now(UTC).isoformat()
    standing, wanted = look.region.standing(), set(look.decisions.merges)
    for one in sorted(standing - wanted, key=lambda one: one.id):
        split(work, one.merged_id)
    merges = sorted(wanted - standing, key=lambda one: one.id)
    for one in merges:
        judge(work, one, decided_at=now)
    old = [str(row["id"]) for row in work.for_ids("open_pairs_of", touched)]
    work.for_ids("remove_open_pairs", sorted(old))
    work.put("put_open_pairs", [_pair_row(match) for match in look.decisions.review])
    # What else changed in the meantime keeps its note, and its turn.
    work.for_ids("clear_changed", sorted(set(touched) - waiting))
    return len(merges), len(standing - wanted)


def _pair_row(match: Match) -> Row:
    return {
        "id": place_of(match),
        "left_id": match.left_id,
        "right_id": match.right_id,
        "found": match.model_dump_json(),
    }


def _note_all(store: Store) -> None:
    ids = [column(row, "entity_id", str) for row in _walk(store, "entity_ids", "entity_id")]
    for start in range(0, len(ids), _BATCH):
        store.run(partial(_note, ids=ids[start : start + _BATCH]))


def _note(work: Work, ids: list[str]) -> None:
    work.for_ids("note_changed", ids)


def _walk(graph: Readable, query: str, name: str) -> list[Row]:
    found: list[Row] = []
    after = ""
    while rows := graph.execute_read(query, {"after_id": after, "limit": _BATCH}):
        found += rows
        after = column(rows[-1], name, str)
    return found

"""Resolution of a whole graph: the rule's merges are brought up to date, and what is doubtful is listed.

Nothing of it is kept but judgements: the review queue is computed when asked for, so it is never out of date. Run
twice, nothing changes; the same documents and persons' judgements give the same graph, in whatever order they came.
"""

from collections.abc import Sequence
from functools import cache

from pydantic import Field

from graph.errors import LookupFailed, ResolutionError
from graph.judgements import Judgement, Verdict
from graph.records import EntityId, Record
from graph.resolution.blocking import candidate_pairs
from graph.resolution.decisions import RULE, Decisions, decide
from graph.resolution.matcher import score_pair
from graph.resolution.portraits import read_portraits, with_neighbours
from graph.resolution.records import Match, Portrait
from graph.store.protocol import Readable, Store
from graph.store.values import column

_BATCH = 500
_LOOKED_AT = 0.25
"""Score by names alone from which neighbours are looked at; below, not even a common maker makes one of two."""


class ResolutionReport(Record):
    """What a run of resolution changed."""

    merged: int = Field(description="Entities that the rule merged now.")
    split: int = Field(description="Merges of the rule that no longer hold and were taken back.")
    review: int = Field(description="Pairs that are left to a person.")


def resolve(store: Store) -> ResolutionReport:
    """Bring the rule's merges up to date with the graph, one transaction each.

    What a person judged is never touched. A merge that fails because another writer was faster is left to the next run.
    """
    judgements = read_judgements(store)
    decisions = _decisions(store, judgements)
    standing = {one for one in judgements if one.decided_by == RULE and one.verdict is Verdict.SAME}
    wanted = set(decisions.merges)
    split = sum(_split(store, one) for one in sorted(standing - wanted, key=lambda one: one.id))
    merged = sum(_judge(store, one) for one in sorted(wanted - standing, key=lambda one: one.id))
    return ResolutionReport(merged=merged, split=split, review=len(decisions.review))


def review(store: Readable) -> tuple[Match, ...]:
    """The pairs that are left to a person, likeliest first, under the ids that they lead to by now."""
    return _decisions(store, read_judgements(store)).review


def read_judgements(graph: Readable) -> tuple[Judgement, ...]:
    """Every judgement of a graph, by id."""
    found: list[Judgement] = []
    after = ""
    while rows := graph.execute_read("judgements", {"after_id": after, "limit": _BATCH}):
        after = column(rows[-1], "id", str)
        found += [Judgement.model_validate({name: row[name] for name in Judgement.model_fields}) for row in rows]
    return tuple(found)


def _decisions(graph: Readable, judgements: Sequence[Judgement]) -> Decisions:
    portraits = read_portraits(graph)
    pairs = [
        (left, right)
        for left, right in candidate_pairs(portraits.values())
        if score_pair(portraits[left], portraits[right]).score >= _LOOKED_AT
    ]
    leads = {one.merged_id: one.kept_id for one in judgements if one.verdict is Verdict.SAME}
    portraits |= with_neighbours(graph, portraits, {one for pair in pairs for one in pair}, _ends(leads))

    @cache
    def score(left_id: EntityId, right_id: EntityId) -> Match:
        return score_pair(portraits[left_id], portraits[right_id])

    def compare(left: Portrait, right: Portrait) -> Match:
        first, second = sorted((left.id, right.id))
        return score(first, second)

    by_persons = [one for one in judgements if one.decided_by != RULE]
    return decide(portraits, [score(*pair) for pair in pairs], by_persons, score=compare)


def _ends(steps: dict[EntityId, EntityId]) -> dict[EntityId, EntityId]:
    """Where chains of merges end."""
    ends: dict[EntityId, EntityId] = {}
    for start in steps:
        end = start
        while end in steps:
            end = steps[end]
        ends[start] = end
    return ends


def _split(store: Store, judgement: Judgement) -> bool:
    try:
        store.split(judgement.merged_id)
    except (ResolutionError, LookupFailed):
        return False
    return True


def _judge(store: Store, judgement: Judgement) -> bool:
    try:
        return store.judge(judgement)
    except (ResolutionError, LookupFailed):
        return False

"""What persons decide: that two entities are one, that they are two, and that an earlier decision was wrong.

A person's word outlives the rule's: a merge of the rule that a person takes back is not made again.
"""

from pydantic import Field

from graph.errors import ContradictoryJudgement, EntityMerged, InvalidPerson
from graph.judgements import Judgement, Verdict, apart
from graph.records import EntityId, Record
from graph.resolution.decisions import RULE
from graph.resolution.resolve import read_judgements
from graph.store import read
from graph.store.protocol import Store


class Decided(Record):
    """A judgement, and whether it was new."""

    judgement: Judgement
    new: bool


class SplitReport(Record):
    """What taking a merge back did."""

    merged_id: EntityId = Field(description="The entity that stands by itself again.")
    kept_id: EntityId = Field(description="The entity that it led to.")
    kept_apart: bool = Field(description="Whether a rule had merged it, so that the two are now judged different.")


def merge(store: Store, merged_id: EntityId, kept_id: EntityId, *, decided_by: str, reason: str) -> Decided:
    """Let one entity lead to another; ids that lead elsewhere already are followed first.

    Raises:
        EntityNotFound: the graph does not have one of them.
        ContradictoryJudgement: they are one already, were judged to be different, or are of different kinds.
    """
    sides = tuple(_canonical(store, one) for one in (merged_id, kept_id))
    if sides[0] == sides[1]:
        raise ContradictoryJudgement(merged_id, kept_id, f"both lead to {sides[0]} already")
    judgement = Judgement(
        verdict=Verdict.SAME, merged_id=sides[0], kept_id=sides[1], decided_by=_person(decided_by), reason=reason
    )
    return Decided(judgement=judgement, new=store.judge(judgement))


def reject(store: Store, left_id: EntityId, right_id: EntityId, *, decided_by: str, reason: str) -> Decided:
    """Tell two entities apart for good.

    Raises:
        EntityNotFound: the graph does not have one of them.
        ContradictoryJudgement: they were merged: take that back with `split`.
    """
    judgement = apart(left_id, right_id, decided_by=_person(decided_by), reason=reason)
    return Decided(judgement=judgement, new=store.judge(judgement))


def split(store: Store, merged_id: EntityId, *, decided_by: str, reason: str) -> SplitReport:
    """Take a merge back: everything is as it was. What a rule merged is judged to be different, lest it merge it again.

    Raises:
        NotMerged: no judgement merged it.
    """
    by_rule = any(
        one.decided_by == RULE and one.verdict is Verdict.SAME and one.merged_id == merged_id
        for one in read_judgements(store)
    )
    person = _person(decided_by)
    kept_id = store.split(merged_id)
    if by_rule:
        store.judge(apart(merged_id, kept_id, decided_by=person, reason=reason))
    return SplitReport(merged_id=merged_id, kept_id=kept_id, kept_apart=by_rule)


def _canonical(store: Store, entity_id: EntityId) -> EntityId:
    try:
        return read.get_entity(store, entity_id).id
    except EntityMerged as merged:
        return EntityId(merged.canonical_id)


def _person(name: str) -> str:
    """The name of a person, which may not be the rule's: the rule takes its own judgements back."""
    if not name.strip() or name == RULE:
        raise InvalidPerson(name)
    return name

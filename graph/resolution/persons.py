"""What persons decide: that two entities are one, that they are two, and that an earlier decision was wrong.

A person's word outlives the rule's: a merge of the rule that a person takes back is not made again.
"""

from datetime import UTC, datetime

from pydantic import Field

from graph.errors import ContradictoryJudgement, EntityMerged, InvalidPerson
from graph.judgements import Judgement, Verdict, apart
from graph.ontology import load_ontology
from graph.records import EntityId, Record
from graph.resolution.decisions import RULE
from graph.store import merging, read
from graph.store.protocol import Store
from graph.store.values import column
from graph.store.work import Work


class Decided(Record):
    """A judgement, and whether it was new."""

    judgement: Judgement
    new: bool
    aside: int = Field(
        default=0,
        description="Claims about the entity kept that do not fit its kind: they are shown, but make no plain edge.",
    )


class SplitReport(Record):
    """What taking a merge back did."""

    merged_id: EntityId = Field(description="The entity that stands by itself again.")
    kept_id: EntityId = Field(description="The entity that it led to.")
    kept_apart: bool = Field(description="Whether a rule had merged it, so that the two are now judged different.")


def merge(store: Store, merged_id: EntityId, kept_id: EntityId, *, decided_by: str, reason: str) -> Decided:
    """Let one entity lead to another; ids that lead elsewhere already are followed first.

    Of two kinds, what comes of it is of the second one's.

    Raises:
        EntityNotFound: the graph does not have one of them.
        ContradictoryJudgement: they are one already, or were judged to be different.
    """
    sides = tuple(_canonical(store, one) for one in (merged_id, kept_id))
    if sides[0] == sides[1]:
        # Known, or found by a rule and confirmed now: for the store to tell.
        if sides[0] != kept_id or merging.lead_of(store, merged_id) != kept_id:
            raise ContradictoryJudgement(merged_id, kept_id, f"both lead to {sides[0]} already")
        sides = (merged_id, kept_id)
    judgement = Judgement(
        verdict=Verdict.SAME, merged_id=sides[0], kept_id=sides[1], decided_by=_person(decided_by), reason=reason
    )
    return Decided(judgement=judgement, new=store.judge(judgement), aside=_aside(store, judgement.kept_id))


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
    person, now = _person(decided_by), datetime.now(UTC).isoformat()

    def steps(work: Work) -> SplitReport:
        about = merging.judgements_about(work, [merged_id])
        by_rule = any(
            one.decided_by == RULE and one.verdict is Verdict.SAME and one.merged_id == merged_id for one in about
        )
        kept_id = merging.split(work, merged_id)
        if by_rule:
            merging.judge(work, apart(merged_id, kept_id, decided_by=person, reason=reason), decided_at=now)
        return SplitReport(merged_id=merged_id, kept_id=kept_id, kept_apart=by_rule)

    return store.run(steps)


def _aside(store: Store, entity_id: EntityId) -> int:
    """How many claims about an entity do not fit the ontology."""
    ontology = load_ontology()
    told = 0
    for row in store.execute_read("claims_by_kinds", {"entity_id": entity_id}):
        object_kind = column(row, "object_kind", str) if row["object_kind"] is not None else None
        if not ontology.allows(column(row, "predicate", str), column(row, "subject_kind", str), object_kind):
            told += column(row, "claims", int)
    return told


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

"""Merging and splitting entities, so that splitting restores exactly what was.

A document's own ids stay on its claims, mentions and namings; only where they lead is changed, by judgement. The
judgement outlives the entities: a document that is written later is read in its light.

The two may be of different kinds: what was merged is of the kind of the one kept. Claims that no longer fit the
ontology then stay, with their sentences, and make no shadow edge.
"""

from collections.abc import Iterable

from graph.errors import ContradictoryJudgement, EntityMerged, EntityNotFound, NotJudgedApart, NotMerged
from graph.judgements import Judgement, Verdict, apart
from graph.records import EntityId
from graph.store.edges import refresh_edges
from graph.store.entities import canonical_ids, label_kinds, put_tallies, stored_tallies
from graph.store.model import edge_key
from graph.store.protocol import Readable, Row, Value
from graph.store.values import column
from graph.store.work import Work


def judge(work: Work, judgement: Judgement, *, decided_at: str) -> bool:
    """Carry out a judgement; gives whether it was not known before.

    Raises:
        EntityNotFound: the graph does not have one of the entities.
        EntityMerged: the entity to keep was itself merged into another.
        ContradictoryJudgement: an earlier judgement says otherwise.
    """
    sides = (judgement.kept_id, judgement.merged_id)
    earlier = judgements_about(work, sides)
    for standing in earlier:
        if standing.id == judgement.id and standing.kept_id == judgement.kept_id:
            if standing.score is None or judgement.score is not None:
                return False
            # A person confirms what a rule found, which no rule takes back then.
            _put(work, judgement, decided_at)
            work.for_ids("note_changed", sorted(sides))
            return True
    if judgement.kept_id == judgement.merged_id:
        raise ContradictoryJudgement(*sides, "an entity is itself")
    known = stored_tallies(work, sides)
    for entity_id in sides:
        if entity_id not in known:
            raise EntityNotFound(entity_id)
    leads = canonical_ids(work, sides)
    if judgement.verdict is Verdict.DIFFERENT:
        if leads[judgement.kept_id] == leads[judgement.merged_id]:
            raise ContradictoryJudgement(*sides, "they were judged to be the same")
        _put(work, judgement, decided_at)
        work.for_ids("note_changed", sorted(sides))
        return True
    _check_mergeable(work, judgement, leads)
    _put(work, judgement, decided_at)
    members = [judgement.merged_id, *_members(work, judgement.merged_id)]
    label_kinds(work, [judgement.merged_id], "unset_kind")
    _move(work, members, judgement.merged_id, judgement.kept_id)
    return True


def split(work: Work, merged_id: EntityId) -> EntityId:
    """Take the merge of an entity back; gives the entity that it led to.

    Raises:
        NotMerged: no judgement merged it.
    """
    steps = work.for_ids("merges_of", [merged_id])
    if not steps:
        raise NotMerged(merged_id)
    kept_id = EntityId(column(steps[0], "kept_id", str))
    root = canonical_ids(work, [merged_id])[merged_id]
    family = _members(work, root)
    work.for_ids("remove_judgements", [f"same {merged_id}"])
    # Even when the merged entity is gone: what it was told apart from, the other one no longer is.
    work.for_ids("note_changed", sorted({merged_id, kept_id}))
    leads = canonical_ids(work, family)
    members = [member for member in family if leads[member] == merged_id]
    if members:
        work.for_ids("ensure_entities", [merged_id])
        _move(work, members, root, merged_id)
        label_kinds(work, [merged_id])
    return kept_id


def reconsider(work: Work, left_id: EntityId, right_id: EntityId) -> None:
    """Take back that two entities are different.

    Raises:
        NotJudgedApart: nobody judged so.
    """
    wanted = apart(left_id, right_id, decided_by="", reason="").id
    if all(known.id != wanted for known in judgements_about(work, (left_id, right_id))):
        raise NotJudgedApart(left_id, right_id)
    work.for_ids("remove_judgements", [wanted])
    work.for_ids("note_changed", sorted({left_id, right_id}))


def judgements_about(graph: Readable, ids: Iterable[EntityId]) -> list[Judgement]:
    """The judgements that name any of these entities on either side, by their ids."""
    wanted: list[Value] = [*sorted(set(ids))]
    rows = graph.execute_read("judgements_about", {"ids": wanted}) if wanted else []
    found = (Judgement.model_validate({name: row[name] for name in Judgement.model_fields}) for row in rows)
    return sorted(found, key=lambda one: one.id)


def lead_of(graph: Readable, entity_id: EntityId) -> EntityId | None:
    """The entity that one was merged into by a judgement about itself, one step."""
    rows = graph.execute_read("merges_of", {"ids": [entity_id]})
    return EntityId(column(rows[0], "kept_id", str)) if rows else None


def put_judgements(work: Work, judgements: Iterable[Judgement], *, decided_at: str) -> None:
    """Write judgements as they are, for a graph that has no entities yet."""
    for judgement in judgements:
        _put(work, judgement, decided_at)


def _check_mergeable(work: Work, judgement: Judgement, leads: dict[EntityId, EntityId]) -> None:
    sides = (judgement.kept_id, judgement.merged_id)
    if leads[judgement.merged_id] != judgement.merged_id:
        raise ContradictoryJudgement(*sides, f"the second leads to {leads[judgement.merged_id]} already")
    if leads[judgement.kept_id] != judgement.kept_id:
        raise EntityMerged(judgement.kept_id, leads[judgement.kept_id])
    left, right = ({root, *_members(work, root)} for root in sides)
    for known in judgements_about(work, left):
        pair = {known.merged_id, known.kept_id}
        if known.verdict is Verdict.DIFFERENT and pair & left and pair & right:
            raise ContradictoryJudgement(known.merged_id, known.kept_id, "they were judged to be different")


def _put(work: Work, judgement: Judgement, decided_at: str) -> None:
    properties: Row = {**judgement.model_dump(mode="json"), "id": judgement.id, "decided_at": decided_at}
    work.put("put_judgements", [{"id": judgement.id, "properties": properties}])


def _members(work: Work, root: EntityId) -> list[EntityId]:
    return [EntityId(column(row, "entity_id", str)) for row in work.for_ids("member_tallies", [root])]


def _move(work: Work, members: list[EntityId], from_id: EntityId, to_id: EntityId) -> None:
    """Let everything that documents told of `members` lead to `to_id` instead of `from_id`, and recompute both."""
    old_keys = {column(row, "edge_key", str) for row in work.run("keys_of_claims", entity_id=from_id)}
    for name in ("move_subjects", "move_objects", "move_mentions", "move_names"):
        work.run(name, members=[*members], from_id=from_id, to_id=to_id)
    rows: list[Row] = []
    for row in work.run("keys_of_claims", entity_id=to_id):
        subject_id, object_id = EntityId(str(row["subject_id"])), EntityId(str(row["object_id"]))
        key = edge_key(column(row, "predicate", str), subject_id, object_id, work.ontology)
        if key != row["edge_key"]:
            rows.append({"claim_id": row["claim_id"], "edge_key": key})
    work.put("set_edge_keys", rows)
    tallies = stored_tallies(work, [*members, from_id, to_id])
    leads = {member: to_id for member in members}
    leads[to_id] = to_id
    leads.setdefault(from_id, from_id)
    put_tallies(work, {entity_id: tallies[entity_id] for entity_id in leads if entity_id in tallies}, leads)
    refresh_edges(work, old_keys | {str(row["edge_key"]) for row in rows})

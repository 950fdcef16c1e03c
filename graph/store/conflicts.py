"""Claims that contradict each other by a declared property of their predicate; nothing is retired, both are shown.

Only what is told as a fact can conflict. Two dates of which one lies within the other are no conflict but more and
less precise.
"""

from collections import defaultdict

from graph.edtf import parse_edtf
from graph.errors import InvalidDate
from graph.ontology import PredicateDeclaration, load_ontology
from graph.records import ClaimId, EntityId
from graph.store.answers import ClaimAnswer, Conflict, EntityRef
from graph.store.protocol import Row, Store
from graph.store.read import get_claims, get_entity
from graph.store.values import strings


def find_conflicts(store: Store, *, entity_id: EntityId | None = None) -> tuple[Conflict, ...]:
    """Every conflict, or those that touch an entity; in the order of the ontology, then by entity.

    Raises:
        EntityNotFound, EntityMerged: for an id that leads nowhere or elsewhere.
    """
    if entity_id is not None:
        get_entity(store, entity_id)
    conflicts: list[Conflict] = []
    for declared in load_ontology().predicates.values():
        if not (declared.single_object or declared.single_subject):
            continue
        rows = store.execute_read("claims_by_predicate", {"predicate": declared.name})
        if declared.single_object:
            conflicts += _differing(store, declared, rows, one="subject_id", side="object")
        if declared.single_subject:
            conflicts += _differing(store, declared, rows, one="object_id", side="subject")
    return tuple(conflict for conflict in conflicts if entity_id is None or _touches(conflict, entity_id))


def _touches(conflict: Conflict, entity_id: EntityId) -> bool:
    return any(end and end.id == entity_id for claim in conflict.claims for end in (claim.subject, claim.object))


def _differing(store: Store, declared: PredicateDeclaration, rows: list[Row], *, one: str, side: str) -> list[Conflict]:
    groups: dict[tuple[str, ...], dict[str, list[ClaimId]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        # Total and active parameters may differ: what a qualifier limits is compared with its like.
        qualifiers = strings(row["qualifier_values"]) if declared.literal == "count" else ()
        other = row["subject_id"] if side == "subject" else row["object_id"] or row["value"]
        groups[str(row[one]), *qualifiers][str(other)].append(ClaimId(str(row["claim_id"])))
    conflicts = []
    for told in (groups[key] for key in sorted(groups)):
        if _compatible(list(told), declared):
            continue
        claims = get_claims(store, sorted(claim_id for ids in told.values() for claim_id in ids))
        entity = _shared(claims, side)
        conflicts.append(Conflict(predicate=declared.name, entity=entity, side=side, claims=claims))
    return conflicts


def _shared(claims: tuple[ClaimAnswer, ...], side: str) -> EntityRef:
    first = claims[0]
    return first.object if side == "subject" and first.object else first.subject


def _compatible(told: list[str], declared: PredicateDeclaration) -> bool:
    if len(told) < 2:
        return True
    return declared.literal == "date" and _share_a_day(told)


def _share_a_day(told: list[str]) -> bool:
    try:
        dates = [parse_edtf(text) for text in told]
    except InvalidDate:
        return False
    first = max(date.start or "" for date in dates)
    last = min(date.end or "9999-12-31" for date in dates)
    return first <= last

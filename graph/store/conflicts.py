"""Claims that contradict each other by a declared property of their predicate; nothing is retired, both are shown.

Only what is told as a fact can conflict. Two dates of which one lies within the other are no conflict but more and
less precise. When a version came out is also told by who released it and when.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from graph.edtf import parse_edtf
from graph.errors import InvalidCursor, InvalidDate
from graph.ontology import PredicateDeclaration, load_ontology
from graph.records import ClaimId, EntityId, Record
from graph.store.answers import ClaimAnswer, Conflict, EntityRef, Page, SortKey
from graph.store.protocol import Row, Store
from graph.store.read import DEFAULT_LIMIT, get_claims, get_entity
from graph.store.values import column, strings

_VERSION = re.compile(r"\d")
"""A thing whose id holds a number is one version of something."""


class _Group(Record):
    """Claims that may contradict each other, before they are looked up: a page needs only some of them."""

    key: SortKey
    declared: PredicateDeclaration
    side: str
    about: EntityId
    claim_ids: tuple[ClaimId, ...]
    ends: frozenset[str]


def find_conflicts(store: Store, *, entity_id: EntityId | None = None) -> tuple[Conflict, ...]:
    """Every conflict, or those that touch an entity; in the order of the ontology, then by entity.

    Raises:
        EntityNotFound, EntityMerged: for an id that leads nowhere or elsewhere.
    """
    return tuple(_conflict(store, group) for group in _groups(store, entity_id))


def list_conflicts(
    store: Store, *, entity_id: EntityId | None = None, limit: int = DEFAULT_LIMIT, after: SortKey | None = None
) -> Page[Conflict]:
    """A page of what `find_conflicts` gives, in the same order. Raises as that does, and InvalidCursor."""
    groups = list(_groups(store, entity_id))
    if after is not None:
        places = [number for number, group in enumerate(groups) if group.key == after]
        if not places:
            raise InvalidCursor(" ".join(after))
        groups = groups[places[0] + 1 :]
    items = tuple(_conflict(store, group) for group in groups[:limit])
    return Page(items=items, next=groups[limit - 1].key if len(groups) > limit else None)


def _groups(store: Store, entity_id: EntityId | None) -> Iterator[_Group]:
    if entity_id is not None:
        get_entity(store, entity_id)
    for declared in load_ontology().predicates.values():
        if not (declared.single_object or declared.single_subject):
            continue
        rows = store.execute_read("claims_by_predicate", {"predicate": declared.name})
        rows += _dated_by_others(store, declared)
        found: list[_Group] = []
        if declared.single_object:
            found += _differing(declared, rows, one="subject_id", side="object")
        if declared.single_subject:
            found += _differing(declared, rows, one="object_id", side="subject")
        yield from (group for group in found if entity_id is None or entity_id in group.ends)


def _dated_by_others(store: Store, declared: PredicateDeclaration) -> list[Row]:
    """What claims of other predicates tell of the date of a version, as rows of this one."""
    found: list[Row] = []
    for other in load_ontology().predicates.values():
        if other.dates == declared.name:
            for row in store.execute_read("dated_claims_by_predicate", {"predicate": other.name}):
                if _VERSION.search(column(row, "object_id", str)):
                    found.append(
                        {
                            "claim_id": row["claim_id"],
                            "subject_id": row["object_id"],
                            "object_id": None,
                            "value": row["date"],
                            "qualifier_values": [],
                            "maker_id": row["subject_id"],
                        }
                    )
    return found


def _differing(declared: PredicateDeclaration, rows: list[Row], *, one: str, side: str) -> Iterator[_Group]:
    groups: dict[tuple[str, ...], dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        # Total and active parameters may differ: what a qualifier limits is compared with its like.
        qualifiers = strings(row["qualifier_values"]) if declared.literal == "count" else ()
        other = row["subject_id"] if side == "subject" else row["object_id"] or row["value"]
        groups[str(row[one]), *qualifiers][str(other)].append(row)
    for key in sorted(groups):
        if _compatible(list(groups[key]), declared):
            continue
        told = [row for same in groups[key].values() for row in same]
        yield _Group(
            key=(declared.name, side, *key),
            declared=declared,
            side=side,
            claim_ids=tuple(sorted(ClaimId(str(row["claim_id"])) for row in told)),
            about=EntityId(key[0]),
            ends=frozenset(str(row.get(end)) for row in told for end in ("subject_id", "object_id", "maker_id")),
        )


def _conflict(store: Store, group: _Group) -> Conflict:
    claims = get_claims(store, group.claim_ids)
    return Conflict(predicate=group.declared.name, entity=_ref(claims, group.about), side=group.side, claims=claims)


def _ref(claims: tuple[ClaimAnswer, ...], entity_id: EntityId) -> EntityRef:
    ends = (end for claim in claims for end in (claim.subject, claim.object))
    return next(end for end in ends if end is not None and end.id == entity_id)


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

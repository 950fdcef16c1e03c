"""What changed between two documents, or between what was known on two days.

What was known on a day is told by the documents that were current then: of each source the last one published until
that day. Documents without a date of publication are of no day and take no part. Judgements are those of today, so
that an entity has one name on both sides.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from graph.ontology import load_ontology
from graph.records import Claim, ClaimId, DocumentId, EntityId, Extraction, Factuality, Kind, Predicate
from graph.store.answers import EntityRef
from graph.store.contents import read_reading
from graph.store.difference import Change, Difference, FactChange, Telling
from graph.store.entities import canonical_ids, kind_of
from graph.store.model import edge_key, split_edge_key
from graph.store.protocol import Row, Store, Value
from graph.store.values import column

_BATCH = 200
"""Keys asked for at a time; chosen by hand: a few hundred kilobytes of answers."""


class _Fact(NamedTuple):
    """What a claim says, without how it is told; `object_id` or `value` is empty."""

    predicate: str
    subject_id: EntityId
    object_id: str
    value: str


class _Told(NamedTuple):
    """One claim of a fact."""

    factuality: str
    date: str | None
    claim_id: str
    document_id: str
    published: str | None
    quote: str


_Tellings = dict[_Fact, list[_Told]]


class _Reading:
    """What a document gave, its entities as they are today."""

    def __init__(self, store: Store, document_id: DocumentId) -> None:
        reading: Extraction = read_reading(store, document_id)
        leads = canonical_ids(store, [entity.id for entity in reading.entities])
        self.entities = {leads[entity.id]: entity.name for entity in reading.entities}
        self.tellings: _Tellings = defaultdict(list)
        for claim in reading.claims:
            first = claim.evidence[0].quote
            date = claim.date.edtf if claim.date else None
            told = _Told(claim.factuality, date, claim.id, document_id, reading.document.published, first)
            self.tellings[_fact_of(claim, leads)].append(told)


def diff_documents(store: Store, before_id: DocumentId, after_id: DocumentId) -> Difference:
    """What the second document tells otherwise than the first. Raises DocumentNotFound."""
    left, right = _Reading(store, before_id), _Reading(store, after_id)
    names = {**left.entities, **right.entities}
    return Difference(
        before=before_id,
        after=after_id,
        documents_new=(after_id,) if before_id != after_id else (),
        documents_gone=(before_id,) if before_id != after_id else (),
        facts=_changes(store, left.tellings, right.tellings, names),
        entities_new=_refs(store, right.entities.keys() - left.entities.keys(), names),
        entities_gone=_refs(store, left.entities.keys() - right.entities.keys(), names),
    )


def diff_days(store: Store, before_day: str, after_day: str) -> Difference:
    """What was known at the end of the second day otherwise than at the end of the first; ISO days, in any order."""
    days = (before_day, after_day)
    current, superseded = _states(store, days)
    entered, left = sorted(current[1] - current[0]), sorted(current[0] - current[1])
    touched: set[_Fact] = set()
    names: dict[EntityId, str] = {}
    for document_id in (*entered, *left):
        reading = _Reading(store, document_id)
        touched |= reading.tellings.keys()
        names |= reading.entities
    stored = _stored_tellings(store, sorted(touched))
    first_seen = _first_seen(store, sorted(names))
    tellings: list[_Tellings] = []
    known: list[set[EntityId]] = []
    for day, documents in zip(days, superseded, strict=True):
        # A document that is current today and was published by that day was current then.
        told = {fact: [one for one in some if one.published and one.published <= day] for fact, some in stored.items()}
        named = {entity_id for entity_id, seen in first_seen.items() if seen and seen <= day}
        for document_id in sorted(documents):
            older = _Reading(store, document_id)
            named |= older.entities.keys()
            for fact in older.tellings.keys() & touched:
                told.setdefault(fact, []).extend(older.tellings[fact])
        tellings.append(told)
        known.append(named)
    return Difference(
        before=before_day,
        after=after_day,
        documents_new=tuple(entered),
        documents_gone=tuple(left),
        facts=_changes(store, tellings[0], tellings[1], names),
        entities_new=_refs(store, (known[1] - known[0]) & names.keys(), names),
        entities_gone=_refs(store, (known[0] - known[1]) & names.keys(), names),
    )


def _states(store: Store, days: Sequence[str]) -> tuple[list[set[DocumentId]], list[set[DocumentId]]]:
    """For each day the documents that were current then, and those among them that are superseded today."""
    best: list[dict[str, tuple[str, DocumentId, bool]]] = [{} for _ in days]
    for row in _documents(store):
        document_id, published = DocumentId(column(row, "document_id", str)), str(row["published"] or "")
        for day, state in zip(days, best, strict=True):
            if published and published <= day:
                source = str(row["source"]) or document_id
                rank = (published, document_id, row["current"] is True)
                state[source] = max(rank, state.get(source, rank))
    current = [{document_id for _, document_id, _ in state.values()} for state in best]
    superseded = [{document_id for _, document_id, now in state.values() if not now} for state in best]
    return current, superseded


def _documents(store: Store) -> Iterator[Row]:
    after = ""
    while rows := store.execute_read("documents_walk", {"after_id": after, "limit": _BATCH}):
        yield from rows
        after = column(rows[-1], "document_id", str)


def _fact_of(claim: Claim, leads: dict[EntityId, EntityId]) -> _Fact:
    subject_id = leads[claim.subject_id]
    if claim.object_id is None:
        return _Fact(claim.predicate, subject_id, "", claim.value or "")
    key = edge_key(claim.predicate, subject_id, leads[claim.object_id], load_ontology())
    subject_id, _, object_id = split_edge_key(key)
    return _Fact(claim.predicate, subject_id, object_id, "")


def _stored_tellings(store: Store, facts: Sequence[_Fact]) -> _Tellings:
    """How the current documents tell these facts."""
    told: _Tellings = {}
    by_key = {f"{fact.subject_id} {fact.predicate} {fact.object_id}": fact for fact in facts if fact.object_id}
    for keys in _batches(list(by_key)):
        for row in store.execute_read("tellings_of_edges", {"keys": keys}):
            told.setdefault(by_key[column(row, "edge_key", str)], []).append(_told(row))
    wanted = {fact for fact in facts if not fact.object_id}
    for ids in _batches(sorted({fact.subject_id for fact in wanted})):
        for row in store.execute_read("tellings_of_values", {"ids": ids}):
            subject_id = EntityId(column(row, "subject_id", str))
            fact = _Fact(column(row, "predicate", str), subject_id, "", column(row, "value", str))
            if fact in wanted:
                told.setdefault(fact, []).append(_told(row))
    return told


def _told(row: Row) -> _Told:
    published, date = row["published"], row["date"]
    return _Told(
        column(row, "factuality", str),
        None if date is None else str(date),
        column(row, "claim_id", str),
        column(row, "document_id", str),
        None if published is None else str(published),
        column(row, "quote", str),
    )


def _first_seen(store: Store, ids: Sequence[EntityId]) -> dict[EntityId, str | None]:
    found: dict[EntityId, str | None] = {}
    for batch in _batches(ids):
        for row in store.execute_read("entities_by_id", {"ids": batch}):
            seen = row["first_seen"]
            found[EntityId(column(row, "id", str))] = None if seen is None else str(seen)
    return found


def _changes(store: Store, before: _Tellings, after: _Tellings, names: dict[EntityId, str]) -> tuple[FactChange, ...]:
    found: list[tuple[int, _Fact, Change, tuple[Telling, ...], tuple[Telling, ...]]] = []
    order = list(Change)
    for fact in before.keys() | after.keys():
        old, new = _summed(before.get(fact, ())), _summed(after.get(fact, ()))
        if {(told.factuality, told.date) for told in old} == {(told.factuality, told.date) for told in new}:
            continue
        change = Change.NEW if not old else Change.CHANGED if new else Change.GONE
        found.append((order.index(change), fact, change, old, new))
    ends = {end for _, fact, *_ in found for end in (fact.subject_id, EntityId(fact.object_id)) if end}
    refs = {ref.id: ref for ref in _refs(store, ends, names)}
    return tuple(
        FactChange(
            change=change,
            predicate=Predicate(fact.predicate),
            subject=refs[fact.subject_id],
            object=refs[EntityId(fact.object_id)] if fact.object_id else None,
            value=fact.value if not fact.object_id else None,
            before=old,
            after=new,
        )
        for _, fact, change, old, new in sorted(found, key=lambda one: one[:2])
    )


def _summed(told: Iterable[_Told]) -> tuple[Telling, ...]:
    alike: dict[tuple[str, str | None], list[_Told]] = defaultdict(list)
    for one in told:
        alike[one.factuality, one.date].append(one)
    return tuple(
        Telling(
            factuality=Factuality(factuality),
            date=date,
            documents=len({one.document_id for one in some}),
            claim_id=ClaimId(min(some, key=lambda one: one.claim_id).claim_id),
            quote=min(some, key=lambda one: one.claim_id).quote,
        )
        for (factuality, date), some in sorted(alike.items(), key=lambda item: (item[0][0], item[0][1] or ""))
    )


def _refs(store: Store, ids: Iterable[EntityId], names: dict[EntityId, str]) -> tuple[EntityRef, ...]:
    """Entities as the graph calls them today; one that only a superseded document names, as that calls it."""
    wanted = sorted(ids)
    ontology = load_ontology()
    known: dict[EntityId, tuple[str, Kind]] = {one: (names.get(one, one), kind_of(one, ontology)) for one in wanted}
    for batch in _batches(wanted):
        for row in store.execute_read("entities_by_id", {"ids": batch}):
            known[EntityId(column(row, "id", str))] = (column(row, "name", str), Kind(column(row, "kind", str)))
    return tuple(EntityRef(id=entity_id, name=name, kind=kind) for entity_id, (name, kind) in sorted(known.items()))


def _batches(items: Sequence[str]) -> Iterator[list[Value]]:
    for start in range(0, len(items), _BATCH):
        yield [*items[start : start + _BATCH]]

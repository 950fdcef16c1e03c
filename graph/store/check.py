"""Whether the graph is as it should be: what must always hold, looked at from outside of the code that writes it."""

from collections.abc import Iterator

from graph.ontology import Ontology, load_ontology
from graph.records import EntityId
from graph.store.answers import Finding
from graph.store.edges import edge_properties, is_drawn
from graph.store.entities import entity_words
from graph.store.model import edge_key, split_edge_key
from graph.store.protocol import Row, Store, Value
from graph.store.tally import Tally
from graph.store.values import column, strings

_BATCH = 200
"""Rows asked for at a time; chosen by hand: a few hundred kilobytes."""


def check_graph(store: Store) -> Iterator[Finding]:
    """Everything that is not as it should be; nothing when all is well. Constant memory."""
    for row in store.execute_read("passages_without_document", {}):
        yield _finding("a passage belongs to no current document", row["passage_id"])
    for row in store.execute_read("sources_with_several_current", {}):
        yield _finding("not exactly one document of a source is current", row["source"])
    for row in store.execute_read("documents_off_day", {}):
        yield _finding("a document is not on the day of its publication", row["document_id"])
    for row in store.execute_read("empty_days", {}):
        yield _finding("a day has no documents", row["day"])
    ontology = load_ontology()
    for row in _walk(store, "claims_walk", "claim_id"):
        yield from (_finding(what, row["claim_id"]) for what in _claim_faults(row, ontology))
    for row in _walk(store, "entities_walk", "entity_id"):
        yield from (_finding(what, row["entity_id"]) for what in _entity_faults(row, ontology))
    yield from _compared_faults(store)
    yield from _edge_faults(store, ontology)


def _claim_faults(row: Row, ontology: Ontology) -> Iterator[str]:
    subjects, objects = strings(row["subjects"]), strings(row["objects"])
    if row["current"] is not True:
        yield "a claim belongs to no current document"
    if len(subjects) != 1:
        yield "a claim has not exactly one subject"
    if len(objects) != (row["edge_key"] is not None):
        yield "a claim has more or fewer objects than it tells"
    if not row["evidences"]:
        yield "a claim has no evidence"
    if row["strays"]:
        yield "a claim has evidence in another document"
    if len(subjects) == len(objects) == 1:
        ends = EntityId(subjects[0]), EntityId(objects[0])
        if row["edge_key"] != edge_key(column(row, "predicate", str), *ends, ontology):
            yield "a claim supports another edge than that of its ends"


def _entity_faults(row: Row, ontology: Ontology) -> Iterator[str]:
    if row["tally"] is None:
        yield "an entity has no properties"
        return
    labels = set(strings(row["labels"])) - {"Entity"}
    if set(strings(row["words"])) != entity_words(row):
        yield "an entity is not found by the words of its names"
    if row["merged_into"] is not None:
        if labels or row["naming"] or row["mentioning"]:
            yield "a merged entity still has a kind, documents or mentions"
        if not _own_documents(row):
            yield "a merged entity is named by no document"
        return
    if labels != {row["kind"]} or row["kind"] not in ontology.kinds:
        yield "an entity has not exactly the label of its kind"
    if not row["naming"]:
        yield "an entity is named by no document"
    if (row["documents"], row["mentions"]) != (row["naming"], row["mentioning"]):
        yield "an entity counts its documents or mentions wrongly"


def _compared_faults(store: Store) -> Iterator[Finding]:
    """Entities that resolution has not seen and will not look at; those that only others lead to it need not see."""
    named = (row for row in _walk(store, "entities_walk", "entity_id") if row["tally"] and _own_documents(row))
    for batch in _batches(named, "entity_id"):
        seen = {
            row["entity_id"]
            for name in ("compared", "changed_among")
            for row in store.execute_read(name, {"ids": batch})
        }
        for entity_id in batch:
            if entity_id not in seen:
                yield _finding("an entity was never compared with others, and is not noted to be", entity_id)


def _own_documents(row: Row) -> int:
    return Tally.model_validate_json(column(row, "tally", str)).documents


def _edge_faults(store: Store, ontology: Ontology) -> Iterator[Finding]:
    """Edges that claims do not support as they stand, then edges that are missing."""
    for batch in _batches(_walk(store, "entity_ids", "entity_id"), "entity_id"):
        edges = store.execute_read("edges_from", {"ids": batch})
        keys = [f"{edge['subject_id']} {edge['predicate']} {edge['object_id']}" for edge in edges]
        claims = _claims_by_key(store, keys)
        for key, edge in zip(keys, edges, strict=True):
            if not is_drawn(key, ontology):
                yield _finding("a shadow edge joins kinds that its predicate does not", key)
            elif not claims[key]:
                yield _finding("a shadow edge has no asserted claim", key)
            elif any(edge[name] != value for name, value in edge_properties(claims[key]).items()):
                yield _finding("a shadow edge disagrees with its claims", key)
    after = ""
    while rows := store.execute_read("asserted_edge_keys", {"after_key": after, "limit": _BATCH}):
        keys = [column(row, "edge_key", str) for row in rows]
        after = keys[-1]
        ends = {key: split_edge_key(key) for key in keys}
        subjects: list[Value] = [*sorted({subject_id for subject_id, _, _ in ends.values()})]
        there = {
            (edge["subject_id"], edge["predicate"], edge["object_id"])
            for edge in store.execute_read("edges_from", {"ids": subjects})
        }
        for key, edge_ends in ends.items():
            if edge_ends not in there and is_drawn(key, ontology):
                yield _finding("asserted claims have no shadow edge", key)


def _claims_by_key(store: Store, keys: list[str]) -> dict[str, list[Row]]:
    claims: dict[str, list[Row]] = {key: [] for key in keys}
    for row in store.execute_read("claims_of_edges", {"keys": [*claims]}) if claims else []:
        claims[column(row, "edge_key", str)].append(row)
    return claims


def _walk(store: Store, query: str, name: str) -> Iterator[Row]:
    after = ""
    while rows := store.execute_read(query, {"after_id": after, "limit": _BATCH}):
        yield from rows
        after = column(rows[-1], name, str)


def _batches(rows: Iterator[Row], name: str) -> Iterator[list[Value]]:
    batch: list[Value] = []
    for row in rows:
        batch.append(row[name])
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _finding(what: str, key: Value) -> Finding:
    return Finding(what=what, id=str(key))

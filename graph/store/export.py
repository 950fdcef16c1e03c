"""The whole graph as JSON Lines: documents with what they gave, then what follows from them.

One record a line, keys sorted, in one order; the same documents give the same bytes, however they came. Constant
memory: one document, or one batch of entities, at a time.
"""

import json
from collections.abc import Iterator

from pydantic import JsonValue

from graph.records import DocumentId
from graph.store.contents import read_reading
from graph.store.model import SCHEMA_VERSION
from graph.store.protocol import Row, Store, Value
from graph.store.rows import document_of_row
from graph.store.values import column

_BATCH = 200
"""Rows asked for at a time; chosen by hand: a few hundred kilobytes."""


def export_lines(store: Store, *, with_log: bool = False) -> Iterator[str]:
    """Every record of the graph as a line of JSON, without its end; `with_log` adds what was done when."""
    yield _line("graph", {"schema_version": SCHEMA_VERSION})
    yield from _judgement_lines(store)
    for document_id in _walk(store, "document_ids", "document_id"):
        yield from _document_lines(store, DocumentId(document_id))
    batch: list[Value] = []
    for entity_id in _walk(store, "entity_ids", "entity_id"):
        batch.append(entity_id)
        if len(batch) == _BATCH:
            yield from _entity_lines(store, batch)
            batch = []
    yield from _entity_lines(store, batch)
    if with_log:
        yield from _log_lines(store)


def _judgement_lines(store: Store) -> Iterator[str]:
    """Before the documents, which are read in their light; when they were taken is not part of the graph."""
    after = ""
    while rows := store.execute_read("judgements", {"after_id": after, "limit": _BATCH}):
        for row in rows:
            after = column(row, "id", str)
            yield _line("judgement", {name: row[name] for name in row if name not in ("id", "decided_at")})


def _log_lines(store: Store) -> Iterator[str]:
    """What was done and when: never the same twice, so not part of the graph itself."""
    after = ""
    while rows := store.execute_read("judgements", {"after_id": after, "limit": _BATCH}):
        for row in rows:
            after = column(row, "id", str)
            yield _line("decided", {"id": after, "at": row["decided_at"]})
    after = ""
    while rows := store.execute_read("log_entries", {"after_id": after, "limit": _BATCH}):
        for row in rows:
            after = column(row, "id", str)
            yield _line("log", row)


def _document_lines(store: Store, document_id: DocumentId) -> Iterator[str]:
    row = store.execute_read("documents_by_id", {"ids": [document_id]})[0]
    reading = read_reading(store, document_id)
    yield _line("document", {**document_of_row(row).model_dump(), "current": row["current"]})
    for name in ("passages", "entities", "mentions", "claims"):
        record = {"passages": "passage", "entities": "naming", "mentions": "mention", "claims": "claim"}[name]
        for item in getattr(reading, name):
            yield _line(record, {**item.model_dump(mode="json"), "document_id": document_id})


def _entity_lines(store: Store, ids: list[Value]) -> Iterator[str]:
    """Entities, each followed by the shadow edges that start there."""
    edges: dict[Value, list[Row]] = {}
    for row in store.execute_read("edges_from", {"ids": ids}):
        edges.setdefault(row["subject_id"], []).append(row)
    for row in store.execute_read("entities_by_id", {"ids": ids}):
        yield _line("entity", row)
        for edge in edges.get(row["id"], []):
            yield _line("edge", edge)


def _walk(store: Store, query: str, name: str) -> Iterator[str]:
    after = ""
    while rows := store.execute_read(query, {"after_id": after, "limit": _BATCH}):
        for row in rows:
            after = column(row, name, str)
            yield after


def _line(record: str, fields: "Row | dict[str, JsonValue]") -> str:
    return json.dumps({"record": record, **fields}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

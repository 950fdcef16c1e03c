"""An export read back: documents as they were read, judgements first; what follows from them is computed again."""

import json
from collections.abc import Iterable, Sequence
from typing import Protocol

from pydantic import BaseModel, JsonValue, ValidationError

from graph.errors import UnreadableExport
from graph.judgements import Judgement
from graph.records import Claim, Document, Entity, Extraction, Mention, Passage
from graph.store.batches import DOCUMENTS, Writer, write_each
from graph.store.model import SCHEMA_VERSION
from graph.store.protocol import Readable, Row

_DERIVED = frozenset({"entity", "edge"})
"""Records that follow from the others."""
_LOG = frozenset({"decided", "log"})
"""Records of what was done when, which are not part of the graph itself."""
_READABLE = range(1, SCHEMA_VERSION + 1)
"""Schema versions whose exports have the same records."""
_BATCH = 200
"""Records of the log written at a time; chosen by hand: some ten kilobytes."""
_PARTS: dict[str, tuple[str, type[BaseModel]]] = {
    "passage": ("passages", Passage),
    "naming": ("entities", Entity),
    "mention": ("mentions", Mention),
    "claim": ("claims", Claim),
}
"""For each record of a document: the field of its extraction, and the type."""


class Target(Readable, Writer, Protocol):
    """The graph that an import fills."""

    def put_judgements(self, judgements: Sequence[Judgement]) -> None:
        """Add judgements as they are."""

    def put_log(self, record: str, rows: Sequence[Row]) -> None:
        """Note what was done when: records `log` and `decided` of an export."""


def import_lines(target: Target, lines: Iterable[str]) -> int:
    """Write the documents of an export; gives how many. A fault in a line leaves the documents before it.

    Raises:
        UnreadableExport: naming the line and what is wrong with it, or the graph is not empty.
    """
    if any(target.execute_read(name, {"after_id": "", "limit": 1}) for name in ("document_ids", "judgements")):
        raise UnreadableExport("an export", "the graph already holds documents or judgements")
    log: dict[str, list[Row]] = {name: [] for name in sorted(_LOG)}
    judgements: list[Judgement] = []
    document: Document | None = None
    parts: dict[str, list[BaseModel]] = {}
    waiting: list[Extraction] = []
    count = 0

    def finish() -> None:
        if judgements:
            target.put_judgements(judgements)
            judgements.clear()
        if document is not None:
            waiting.append(Extraction.model_validate({"document": document, **parts}))
        if len(waiting) == DOCUMENTS:
            write_waiting()

    def write_waiting() -> None:
        nonlocal count
        batch = waiting.copy()
        waiting.clear()
        for outcome in write_each(target, batch):
            if isinstance(outcome, Exception):
                raise outcome
            count += 1

    number = 0
    try:
        for number, line in enumerate(lines, start=1):
            where = f"line {number}"
            record, fields = _parse(line, where)
            if number == 1 and (record != "graph" or fields.get("schema_version") not in _READABLE):
                raise UnreadableExport(where, f"it does not open an export of schema version {SCHEMA_VERSION}")
            try:
                if record == "judgement":
                    judgements.append(Judgement.model_validate(fields))
                elif record == "document":
                    if document is not None:
                        finish()
                    fields.pop("current", None)
                    document, parts = Document.model_validate(fields), {name: [] for name, _ in _PARTS.values()}
                elif record in _PARTS and document is not None:
                    name, model = _PARTS[record]
                    if fields.pop("document_id", None) != document.id:
                        raise UnreadableExport(where, "it belongs to another document than the one before it")
                    parts[name].append(model.model_validate_json(json.dumps(fields)))
                elif record in _LOG:
                    log[record].append({name: value for name, value in fields.items() if isinstance(value, str | int)})
                    if len(log[record]) == _BATCH:
                        target.put_log(record, log.pop(record))
                        log[record] = []
                elif record not in _DERIVED and number > 1:
                    raise UnreadableExport(where, f"a record {record!r} is not expected here")
            except ValidationError as error:
                problem = error.errors()[0]
                path = ".".join(str(part) for part in problem["loc"])
                raise UnreadableExport(where, f"{path}: {problem['msg']}") from error
    except BaseException:
        write_waiting()
        raise
    if number == 0:
        raise UnreadableExport("an export", "it is empty")
    finish()
    write_waiting()
    for record, rows in log.items():
        target.put_log(record, rows)
    return count


def _parse(line: str, where: str) -> tuple[str, dict[str, JsonValue]]:
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        raise UnreadableExport(where, f"it is no JSON ({error.msg})") from error
    if not isinstance(fields, dict) or not isinstance(record := fields.pop("record", None), str):
        raise UnreadableExport(where, "it is no record of an export")
    return record, fields

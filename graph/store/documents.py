"""Which documents are current: one per source, whatever the order in which they came.

What is decided here depends only on the set of documents: of several versions of a source the last published is
current (ties, and documents without a date, by id); the others keep a node with their reading, as JSON, and nothing
else, and return when a newer one is retracted.
"""

from collections.abc import Sequence

from graph.errors import DocumentNotFound
from graph.records import DocumentId, Extraction
from graph.store.answers import WriteReport
from graph.store.contents import put_contents, take_contents
from graph.store.model import UNDATED, day_of
from graph.store.protocol import Row
from graph.store.readings import reading_hash
from graph.store.rows import document_of_row
from graph.store.values import column
from graph.store.work import Work


def write_readings(work: Work, readings: Sequence[Extraction]) -> list[WriteReport]:
    """Add canonical, checked readings in their order, and settle which version of each source is current.

    New documents of new sources change nothing that is there: as many of them as follow each other go in together.
    """
    known: dict[str, Row | None] = {
        column(row, "id", str): row for row in work.for_ids("documents_by_id", _ids(readings))
    }
    versions = work.for_ids("versions_of_sources", _sources(readings))
    touched = {column(row, "source", str) for row in versions}
    reports: dict[int, WriteReport] = {}
    together: list[int] = []

    def write_together() -> None:
        reports.update(zip(together, _write_new(work, [readings[place] for place in together]), strict=True))
        together.clear()

    for place, reading in enumerate(readings):
        document = reading.document
        if document.id not in known and document.source not in touched:
            together.append(place)
        elif (row := known.get(document.id)) is not None and not _replaces(reading, row):
            reports[place] = _report(reading, "known")
        else:
            write_together()
            reports[place] = _write_one(work, reading)
        # What comes later in this call and touches the same is looked at again.
        known[document.id] = None
        touched |= {document.source} - {""}
    write_together()
    return [reports[place] for place in range(len(readings))]


def _write_new(work: Work, readings: Sequence[Extraction]) -> list[WriteReport]:
    """Add documents that the graph does not have, of sources that it does not have."""
    if not readings:
        return []
    work.put("put_documents", [_node_row(reading, current=True) for reading in readings])
    added = put_contents(work, readings)
    return [_report(reading, "new", entities=count) for reading, count in zip(readings, added, strict=True)]


def _write_one(work: Work, reading: Extraction) -> WriteReport:
    """Add a reading by itself, whatever the graph has of its text and its source."""
    document = reading.document
    status = "new"
    if known := work.for_ids("documents_by_id", [document.id]):
        if not _replaces(reading, known[0]):
            return _report(reading, "known")
        status = "reread"
        _remove(work, known[0])
        # It may have stood under another source, whose older version then returns.
        if known[0]["source"] != document.source:
            _settle(work, column(known[0], "source", str))
    versions = work.for_ids("versions_of_sources", _sources([reading]))
    if any(_rank(version) > (document.published or "", document.id) for version in versions):
        _put_node(work, reading, current=False)
        return _report(reading, "superseded")
    superseded = None
    for version in versions:
        if version["current"]:
            superseded = DocumentId(column(version, "document_id", str))
            older, _ = take_contents(work, superseded)
            _put_node(work, older, current=False)
    _put_node(work, reading, current=True)
    (entities,) = put_contents(work, [reading])
    return _report(reading, "superseding" if superseded else status, entities=entities, superseded=superseded)


def _ids(readings: Sequence[Extraction]) -> list[str]:
    return sorted({reading.document.id for reading in readings})


def _sources(readings: Sequence[Extraction]) -> list[str]:
    return sorted({reading.document.source for reading in readings} - {""})


def _report(
    reading: Extraction, status: str, *, entities: int = 0, superseded: DocumentId | None = None
) -> WriteReport:
    """What was done; of what is not current nothing is in the graph."""
    there = status not in ("known", "superseded")
    return WriteReport(
        document_id=reading.document.id,
        status=status,
        superseded=superseded,
        entities=entities,
        mentions=len(reading.mentions) if there else 0,
        claims=len(reading.claims) if there else 0,
    )


def retract_document(work: Work, document_id: DocumentId) -> WriteReport:
    """Take a document back; the next older version of its source becomes current again.

    Raises:
        DocumentNotFound: the graph does not have it.
    """
    known = work.for_ids("documents_by_id", [document_id])
    if not known:
        raise DocumentNotFound(document_id)
    report = _remove(work, known[0])
    _settle(work, column(known[0], "source", str))
    return report


def _replaces(reading: Extraction, known: Row) -> bool:
    """Whether a reading of a known text takes its place: told to be earlier, or read otherwise than before."""
    document = reading.document
    ours = (document.published or UNDATED, document.source)
    theirs = (known["published"] or UNDATED, known["source"])
    return ours < theirs or (ours == theirs and reading_hash(reading) != known["reading_hash"])


def _rank(version: Row) -> tuple[str, str]:
    return str(version["published"] or ""), column(version, "document_id", str)


def _remove(work: Work, known: Row) -> WriteReport:
    document_id = DocumentId(column(known, "id", str))
    entities = mentions = claims = 0
    if known["current"]:
        reading, entities = take_contents(work, document_id)
        mentions, claims = len(reading.mentions), len(reading.claims)
    work.run("remove_document", document_id=document_id)
    work.for_ids("remove_empty_days", [day_of(document_of_row(known).published)])
    return WriteReport(document_id=document_id, status="retracted", entities=entities, mentions=mentions, claims=claims)


def _settle(work: Work, source: str) -> None:
    """Make the best version of a source current, if none is."""
    versions = work.for_ids("versions_of_sources", [source]) if source else []
    if versions and not any(version["current"] for version in versions):
        best = column(max(versions, key=_rank), "document_id", str)
        kept = work.for_ids("documents_by_id", [best])[0]
        reading = Extraction.model_validate_json(column(kept, "reading", str))
        _put_node(work, reading, current=True)
        put_contents(work, [reading])


def _put_node(work: Work, reading: Extraction, *, current: bool) -> None:
    work.put("put_documents", [_node_row(reading, current=current)])


def _node_row(reading: Extraction, *, current: bool) -> Row:
    document = reading.document
    properties: Row = {
        **document.model_dump(exclude={"title"}),
        "name": document.title,
        "current": current,
        "reading_hash": reading_hash(reading),
        "reading": None if current else reading.model_dump_json(),
        "passages": len(reading.passages) if current else 0,
        "claims": len(reading.claims) if current else 0,
    }
    return {"id": document.id, "day": day_of(document.published), "properties": properties}

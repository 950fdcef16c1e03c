"""Which documents are current: one per source, whatever the order in which they came.

What is decided here depends only on the set of documents: of several versions of a source the last published is
current (ties, and documents without a date, by id); the others keep a node with their reading, as JSON, and nothing
else, and return when a newer one is retracted.
"""

from graph.errors import DocumentNotFound
from graph.records import DocumentId, Extraction
from graph.store.answers import WriteReport
from graph.store.contents import put_contents, take_contents
from graph.store.model import UNDATED
from graph.store.protocol import Row
from graph.store.readings import reading_hash
from graph.store.rows import document_of_row
from graph.store.values import column
from graph.store.work import Work


def write_reading(work: Work, reading: Extraction) -> WriteReport:
    """Add a canonical, checked reading, and settle which version of its source is current."""
    document = reading.document
    status = "new"
    if known := work.run("document_node", document_id=document.id):
        if not _replaces(reading, known[0]):
            return WriteReport(document_id=document.id, status="known", entities=0, mentions=0, claims=0)
        status = "reread"
        _remove(work, known[0])
        # It may have stood under another source, whose older version then returns.
        if known[0]["source"] != document.source:
            _settle(work, column(known[0], "source", str))
    versions = work.run("versions_of_source", source=document.source) if document.source else []
    if any(_rank(version) > (document.published or "", document.id) for version in versions):
        _put_node(work, reading, current=False)
        return WriteReport(document_id=document.id, status="superseded", entities=0, mentions=0, claims=0)
    superseded = None
    for version in versions:
        if version["current"]:
            superseded = DocumentId(column(version, "document_id", str))
            older, _ = take_contents(work, superseded)
            _put_node(work, older, current=False)
    _put_node(work, reading, current=True)
    return WriteReport(
        document_id=document.id,
        status="superseding" if superseded else status,
        superseded=superseded,
        entities=put_contents(work, reading),
        mentions=len(reading.mentions),
        claims=len(reading.claims),
    )


def retract_document(work: Work, document_id: DocumentId) -> WriteReport:
    """Take a document back; the next older version of its source becomes current again.

    Raises:
        DocumentNotFound: the graph does not have it.
    """
    known = work.run("document_node", document_id=document_id)
    if not known:
        raise DocumentNotFound(document_id)
    report = _remove(work, known[0])
    _settle(work, column(known[0], "source", str))
    return report


def _replaces(reading: Extraction, known: Row) -> bool:
    """Whether a reading of a known text takes its place: told to be earlier, or read otherwise than before."""
    document = document_of_row(known)
    ours, theirs = ((d.published or UNDATED, d.source) for d in (reading.document, document))
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
    return WriteReport(document_id=document_id, status="retracted", entities=entities, mentions=mentions, claims=claims)


def _settle(work: Work, source: str) -> None:
    """Make the best version of a source current, if none is."""
    versions = work.run("versions_of_source", source=source) if source else []
    if versions and not any(version["current"] for version in versions):
        best = column(max(versions, key=_rank), "document_id", str)
        kept = work.run("document_node", document_id=best)[0]
        reading = Extraction.model_validate_json(column(kept, "reading", str))
        _put_node(work, reading, current=True)
        put_contents(work, reading)


def _put_node(work: Work, reading: Extraction, *, current: bool) -> None:
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
    work.put("put_documents", [{"id": document.id, "properties": properties}])

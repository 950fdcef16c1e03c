"""What a current document has in the graph: put in, read back as the extraction it was, and taken out.

Reading back is exact, so that a document can step back for a newer version and return when that is retracted.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from graph.errors import DocumentNotFound
from graph.records import DocumentId, Entity, EntityId, Evidence, Extraction, Mention, Passage
from graph.store.content_rows import ContentRows
from graph.store.edges import refresh_edges
from graph.store.entities import canonical_ids, label_kinds, put_tallies, stored_entities
from graph.store.protocol import Readable, Row
from graph.store.rows import claim_of_row, document_of_row
from graph.store.tally import Naming, Tally, add, subtract, tally_of
from graph.store.values import column, maps
from graph.store.work import Work


def put_contents(work: Work, readings: Sequence[Extraction]) -> list[int]:
    """Put documents' passages, entities, mentions and claims into the graph; gives how many entities each adds.

    The documents' nodes must be there, and nothing of their contents. Shadow edges and entities are recomputed.
    """
    leads = canonical_ids(work, [entity.id for reading in readings for entity in reading.entities])
    known = stored_entities(work, [*leads, *leads.values()])
    told = _tallies(readings)
    coming = Counter(root for reading in readings for root in {leads[entity.id] for entity in reading.entities})
    put_tallies(
        work,
        {own: add(known[own].tally, tally) if own in known else tally for own, tally in told.items()},
        leads,
        known=known,
        coming=coming,
    )
    label_kinds(work, [root for root in leads.values() if root not in known])
    rows = ContentRows(work.ontology, leads)
    for reading in readings:
        rows.add(reading)
    for name, wanted in rows.of_query.items():
        work.put(name, wanted)
    refresh_edges(work, rows.edge_keys)
    seen = {entity_id for entity_id, stored in known.items() if stored.tally.documents}
    added: list[int] = []
    for reading in readings:
        new = {entity.id for entity in reading.entities} - seen
        added.append(len(new))
        seen |= new
    return added


def read_contents(graph: Readable, document_id: DocumentId) -> Extraction:
    """The extraction that was written for a current document."""

    def rows(name: str) -> list[Row]:
        return graph.execute_read(name, {"document_id": document_id})

    entities = [
        Entity.model_validate({"id": row["entity_id"], **{name: row[name] for name in _ENTITY_FIELDS}})
        for row in rows("names_of_document")
    ]
    claims = [
        claim_of_row(row, [Evidence.model_validate(item) for item in maps(row["evidence"])])
        for row in rows("claims_of_document")
    ]
    return Extraction(
        document=document_of_row(graph.execute_read("documents_by_id", {"ids": [document_id]})[0]),
        passages=tuple(map(Passage.model_validate, rows("passages_of_document"))),
        entities=tuple(entities),
        mentions=tuple(map(Mention.model_validate, rows("mentions_of_document"))),
        claims=tuple(claims),
    )


def read_reading(graph: Readable, document_id: DocumentId) -> Extraction:
    """The extraction that was written for a document, current or superseded. Raises DocumentNotFound."""
    rows = graph.execute_read("documents_by_id", {"ids": [document_id]})
    if not rows:
        raise DocumentNotFound(document_id)
    if rows[0]["current"]:
        return read_contents(graph, document_id)
    return Extraction.model_validate_json(column(rows[0], "reading", str))


_ENTITY_FIELDS = ("kind", "name", "surface_forms", "aliases", "catalogued", "external_ids")


def take_contents(work: Work, document_id: DocumentId) -> tuple[Extraction, int]:
    """Take a current document's contents out of the graph, and what they alone supported.

    Returns:
        What was there, and how many entities went with it. The document's node stays.
    """
    reading = read_contents(work, document_id)
    leads = canonical_ids(work, [entity.id for entity in reading.entities])
    known = stored_entities(work, [*leads, *leads.values()])
    for name in ("remove_claims", "remove_passages", "remove_names"):
        work.run(name, document_id=document_id)
    tallies = {own: subtract(known[own].tally, told) for own, told in _tallies([reading]).items()}
    left = [{"entity_id": own, "canonical_id": leads[own]} for own, tally in tallies.items() if tally.documents]
    dates: dict[str, Row] = {}
    if left and reading.document.published:
        rows: list[Row] = [dict(row) for row in left]
        dates = {column(row, "entity_id", str): row for row in work.run("naming_dates", rows=list(rows))}
    for entity_id, row in dates.items():
        seen = {"first": row["first_seen"], "last": row["last_seen"]}
        tallies[EntityId(entity_id)] = tallies[EntityId(entity_id)].model_copy(update=seen)
    put_tallies(work, tallies, leads, known=known)
    gone = ContentRows(work.ontology, leads)
    gone.add(reading)
    refresh_edges(work, gone.edge_keys)
    return reading, len([tally for tally in tallies.values() if not tally.documents])


def _tallies(readings: Sequence[Extraction]) -> dict[EntityId, Tally]:
    namings: dict[EntityId, list[Naming]] = defaultdict(list)
    for reading in readings:
        surfaces: dict[EntityId, list[str]] = defaultdict(list)
        for mention in reading.mentions:
            surfaces[mention.entity_id].append(mention.surface)
        for entity in reading.entities:
            namings[entity.id].append(Naming(entity, surfaces[entity.id], reading.document.published))
    return {entity_id: tally_of(told) for entity_id, told in namings.items()}

"""What a current document has in the graph: put in, read back as the extraction it was, and taken out.

Reading back is exact, so that a document can step back for a newer version and return when that is retracted.
"""

from collections import defaultdict

from graph.errors import DocumentNotFound
from graph.records import Claim, DocumentId, Entity, EntityId, Evidence, Extraction, Factuality, Mention, Passage
from graph.store.edges import refresh_edges
from graph.store.entities import canonical_ids, label_kinds, put_tallies, stored_tallies
from graph.store.model import edge_key, month_of, recency_key, timeline_key
from graph.store.protocol import Readable, Row
from graph.store.rows import claim_of_row, document_of_row
from graph.store.tally import Tally, add, subtract, tally_of
from graph.store.values import column, maps
from graph.store.work import Work


def put_contents(work: Work, reading: Extraction) -> int:
    """Put a document's passages, entities, mentions and claims into the graph; gives how many entities are new.

    The document's node must be there. Shadow edges and entities are recomputed.
    """
    document = reading.document
    leads = canonical_ids(work, [entity.id for entity in reading.entities])
    known = stored_tallies(work, [*leads, *leads.values()])
    work.for_ids("ensure_entities", sorted(set(leads.values())))
    work.put("put_passages", [_passage_row(document.id, passage) for passage in reading.passages])
    work.put("put_names", [_naming_row(document.id, entity, leads[entity.id]) for entity in reading.entities])
    work.put(
        "put_mentions",
        [{**mention.model_dump(), "canonical_id": leads[mention.entity_id]} for mention in reading.mentions],
    )
    tallies = {
        entity_id: add(known[entity_id], told) if entity_id in known else told
        for entity_id, told in _tallies(reading).items()
    }
    put_tallies(work, tallies, leads)
    label_kinds(work, [root for root in leads.values() if root not in known])
    _put_claims(work, reading, leads)
    refresh_edges(work, _edge_keys(work, reading, leads))
    return len([entity_id for entity_id in tallies if not known.get(entity_id, Tally()).documents])


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
        document=document_of_row(rows("document_node")[0]),
        passages=tuple(map(Passage.model_validate, rows("passages_of_document"))),
        entities=tuple(entities),
        mentions=tuple(map(Mention.model_validate, rows("mentions_of_document"))),
        claims=tuple(claims),
    )


def read_reading(graph: Readable, document_id: DocumentId) -> Extraction:
    """The extraction that was written for a document, current or superseded. Raises DocumentNotFound."""
    rows = graph.execute_read("document_node", {"document_id": document_id})
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
    known = stored_tallies(work, leads)
    for name in ("remove_claims", "remove_passages", "remove_names"):
        work.run(name, document_id=document_id)
    if reading.claims:
        work.for_ids("remove_empty_months", [month_of(reading.document.published)])
    tallies = {entity_id: subtract(known[entity_id], told) for entity_id, told in _tallies(reading).items()}
    left = [{"entity_id": own, "canonical_id": leads[own]} for own, tally in tallies.items() if tally.documents]
    dates: dict[str, Row] = {}
    if left and reading.document.published:
        rows: list[Row] = [dict(row) for row in left]
        dates = {column(row, "entity_id", str): row for row in work.run("naming_dates", rows=list(rows))}
    for entity_id, row in dates.items():
        seen = {"first": row["first_seen"], "last": row["last_seen"]}
        tallies[EntityId(entity_id)] = tallies[EntityId(entity_id)].model_copy(update=seen)
    put_tallies(work, tallies, leads)
    refresh_edges(work, _edge_keys(work, reading, leads))
    return reading, len([tally for tally in tallies.values() if not tally.documents])


def _tallies(reading: Extraction) -> dict[EntityId, Tally]:
    mentions: dict[EntityId, list[Mention]] = defaultdict(list)
    for mention in reading.mentions:
        mentions[mention.entity_id].append(mention)
    published = reading.document.published
    return {entity.id: tally_of(entity, mentions[entity.id], published) for entity in reading.entities}


def _edge_keys(work: Work, reading: Extraction, leads: dict[EntityId, EntityId]) -> list[str]:
    keys = {_edge_key(work, claim, leads) for claim in reading.claims}
    return sorted(key for key in keys if key)


def _edge_key(work: Work, claim: Claim, leads: dict[EntityId, EntityId]) -> str | None:
    if claim.object_id is None:
        return None
    return edge_key(claim.predicate, leads[claim.subject_id], leads[claim.object_id], work.ontology)


def _put_claims(work: Work, reading: Extraction, leads: dict[EntityId, EntityId]) -> None:
    month = month_of(reading.document.published)
    work.put("put_claims", [_claim_row(work, reading, claim, leads) for claim in reading.claims])
    work.put(
        "put_objects",
        [{"claim_id": c.id, "object_id": leads[c.object_id]} for c in reading.claims if c.object_id is not None],
    )
    work.put(
        "put_evidence",
        [{"claim_id": claim.id, **evidence.model_dump()} for claim in reading.claims for evidence in claim.evidence],
    )
    work.put("put_months", [{"claim_id": claim.id, "month": month} for claim in reading.claims])


def _claim_row(work: Work, reading: Extraction, claim: Claim, leads: dict[EntityId, EntityId]) -> Row:
    document, date = reading.document, claim.date
    properties: Row = {
        **claim.model_dump(mode="json", exclude={"date", "evidence", "qualifiers"}),
        "date": date.edtf if date else None,
        "date_start": date.start if date else None,
        "date_end": date.end if date else None,
        "date_precision": date.precision.value if date else None,
        "qualifier_names": [name for name, _ in claim.qualifiers],
        "qualifier_values": [value for _, value in claim.qualifiers],
        **{f"qualifier_{name}": value for name, value in claim.qualifiers},
        "document_id": document.id,
        "published": document.published,
        "outlet": document.outlet,
        "edge_key": (key := _edge_key(work, claim, leads)),
        "plan_key": key if claim.factuality is Factuality.PLANNED else None,
        "timeline_key": timeline_key(claim, document.published),
        "recency_key": recency_key(claim, document.published),
    }
    return {"id": claim.id, "subject_id": leads[claim.subject_id], "properties": properties}


def _passage_row(document_id: DocumentId, passage: Passage) -> Row:
    properties: Row = {**passage.model_dump(), "document_id": document_id}
    return {"id": passage.id, "document_id": document_id, "properties": properties}


def _naming_row(document_id: DocumentId, entity: Entity, canonical_id: EntityId) -> Row:
    properties: Row = {**entity.model_dump(mode="json", exclude={"id"}), "entity_id": entity.id}
    return {"document_id": document_id, "entity_id": entity.id, "canonical_id": canonical_id, "properties": properties}

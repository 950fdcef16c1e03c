"""The same nodes and relationships with bare statements: what the engine alone can do, to measure the store against.

`UNWIND ... MERGE` and nothing else: no look at what is there, no counts, no shadow edges, no log, no checks.
"""

from collections.abc import Sequence

from graph.records import Extraction
from graph.store.engine import Engine, Transaction
from graph.store.headers import Field
from graph.store.protocol import Row
from graph.store.queries import Query

_STATEMENTS = {
    "documents": "MERGE (n:Document {id: row.id}) SET n = row.properties",
    "passages": "MATCH (d:Document {id: row.document_id}) MERGE (n:Passage {id: row.id}) SET n = row.properties "
    "MERGE (n)-[:PART_OF_DOCUMENT]->(d)",
    "entities": "MERGE (n:Entity {id: row.id}) SET n.name = row.name, n.kind = row.kind",
    "names": "MATCH (d:Document {id: row.document_id}) MATCH (e:Entity {id: row.id}) MERGE (d)-[:NAMES]->(e)",
    "mentions": "MATCH (p:Passage {id: row.passage_id}) MATCH (e:Entity {id: row.entity_id}) "
    "CREATE (p)-[r:MENTIONS]->(e) SET r = row.properties",
    "claims": "MATCH (s:Entity {id: row.subject_id}) MERGE (n:Claim {id: row.id}) SET n = row.properties "
    "MERGE (n)-[:SUBJECT]->(s)",
    "objects": "MATCH (n:Claim {id: row.id}) MATCH (o:Entity {id: row.object_id}) MERGE (n)-[:OBJECT]->(o)",
    "evidence": "MATCH (n:Claim {id: row.id}) MATCH (p:Passage {id: row.passage_id}) "
    "CREATE (n)-[r:EVIDENCED_BY]->(p) SET r = row.properties",
    "months": "MATCH (n:Claim {id: row.id}) MERGE (m:Month {id: row.month}) MERGE (n)-[:PUBLISHED_IN]->(m)",
}
_ROWS = (Field(name="rows", type="list<map>", optional=False, meaning=""),)
_QUERIES = {
    name: Query(name=name, mode="write", what="", params=_ROWS, returns=(), text=f"UNWIND $rows AS row {statement}")
    for name, statement in _STATEMENTS.items()
}


def write_bare(engine: Engine, readings: Sequence[Extraction]) -> None:
    """Write digests in one transaction."""
    rows = _rows(readings)

    def work(transaction: Transaction) -> None:
        for name, query in _QUERIES.items():
            transaction.run(query, {"rows": [*rows[name]]})

    engine.write(work)


def _rows(readings: Sequence[Extraction]) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {name: [] for name in _STATEMENTS}
    for reading in readings:
        document = reading.document
        rows["documents"].append({"id": document.id, "properties": document.model_dump()})
        for passage in reading.passages:
            rows["passages"].append(
                {"id": passage.id, "document_id": document.id, "properties": passage.model_dump(mode="json")}
            )
        for entity in reading.entities:
            rows["entities"].append({"id": entity.id, "name": entity.name, "kind": entity.kind})
            rows["names"].append({"id": entity.id, "document_id": document.id})
        for mention in reading.mentions:
            place: Row = {"surface": mention.surface, "start_char": mention.start_char, "end_char": mention.end_char}
            rows["mentions"].append(
                {"passage_id": mention.passage_id, "entity_id": mention.entity_id, "properties": place}
            )
        for claim in reading.claims:
            told = claim.model_dump(mode="json", exclude={"date", "evidence", "qualifiers"})
            told |= {"date": claim.date.edtf if claim.date else None, "published": document.published}
            rows["claims"].append({"id": claim.id, "subject_id": claim.subject_id, "properties": told})
            if claim.object_id:
                rows["objects"].append({"id": claim.id, "object_id": claim.object_id})
            rows["evidence"] += [
                {"id": claim.id, "passage_id": one.passage_id, "properties": one.model_dump(exclude={"passage_id"})}
                for one in claim.evidence
            ]
            rows["months"].append({"id": claim.id, "month": (document.published or "")[:7]})
    return rows

"""The same nodes and relationships with bare statements: what the engine alone can do, to measure the store against.

`UNWIND ... MERGE ... SET` and nothing else, with rows made beforehand: no look at what is there, no counts over
documents, no versions of sources, no judgements, no checks. What follows from one digest alone is written too, so that
both leave the same labels and relationship types: kinds, days, shadow edges, words and their parts, the log.
"""

from collections.abc import Sequence
from typing import NamedTuple

from graph.ontology import load_ontology
from graph.records import Extraction
from graph.store.content_rows import ContentRows
from graph.store.engine import Engine, Transaction
from graph.store.headers import Field
from graph.store.model import day_of, split_edge_key
from graph.store.protocol import Row
from graph.store.queries import Query
from graph.store.tally import search_text
from graph.store.words import parts_of, rung_of, words_of

_MERGES = {
    "documents": "MERGE (n:Document {id: row.id}) SET n = row MERGE (d:Day {id: row.day}) "
    "MERGE (n)-[:PUBLISHED_ON]->(d)",
    "put_passages": "MATCH (d:Document {id: row.document_id}) MERGE (n:Passage {id: row.id}) SET n = row "
    "MERGE (n)-[:PART_OF_DOCUMENT]->(d)",
    "words": "MATCH (e:Entity {id: row.id}) MERGE (w:Word {id: row.word}) MERGE (e)-[:HAS_WORD]->(w)",
    "parts": "MATCH (w:Word {id: row.word}) MERGE (p:Part {id: row.part}) MERGE (w)-[:HAS_PART]->(p)",
    "put_names": "MATCH (d:Document {id: row.document_id}) MATCH (e:Entity {id: row.canonical_id}) "
    "MERGE (d)-[n:NAMES {entity_id: row.entity_id}]->(e) SET n = row",
    "put_mentions": "MATCH (p:Passage {id: row.passage_id}) MATCH (e:Entity {id: row.canonical_id}) "
    "MERGE (p)-[n:MENTIONS {entity_id: row.entity_id, start_char: row.start_char}]->(e) SET n = row",
    "put_claims": "MATCH (s:Entity {id: row.canonical_id}) MERGE (n:Claim {id: row.id}) SET n = row "
    "MERGE (n)-[:SUBJECT]->(s)",
    "put_objects": "MATCH (n:Claim {id: row.claim_id}) MATCH (o:Entity {id: row.object_id}) MERGE (n)-[:OBJECT]->(o)",
    "put_evidence": "MATCH (n:Claim {id: row.claim_id}) MATCH (p:Passage {id: row.passage_id}) "
    "MERGE (n)-[r:EVIDENCED_BY {start_char: row.start_char, end_char: row.end_char}]->(p) SET r.quote = row.quote",
    "log": "MERGE (n:LogEntry {id: row.id}) SET n = row",
}
_ROWS = (Field(name="rows", type="list<map>", optional=False, meaning=""),)


class Bare(NamedTuple):
    """A statement and the rows that it is run with."""

    statement: str
    rows: list[Row]


def bare_rows(readings: Sequence[Extraction]) -> list[Bare]:
    """The statements that write digests, in their order."""
    ontology = load_ontology()
    leads = {entity.id: entity.id for reading in readings for entity in reading.entities}
    contents = ContentRows(ontology, leads)
    documents: list[Row] = []
    log: list[Row] = []
    entities: dict[str, list[Row]] = {kind: [] for kind in ontology.kinds}
    words: dict[tuple[str, str], None] = {}
    for reading in readings:
        document = reading.document
        contents.add(reading)
        documents.append({**document.model_dump(exclude={"title"}), "day": day_of(document.published)})
        log.append({"id": document.id, "status": "new", "claims": len(reading.claims)})
        for entity in reading.entities:
            text = search_text((entity.name, *entity.surface_forms))
            entities[entity.kind].append({**entity.model_dump(mode="json"), "search_text": text})
            words |= {(entity.id, word): None for word in sorted(words_of(text) | {rung_of(entity.kind, 1)})}
    edges: dict[str, list[Row]] = {}
    for key in sorted(contents.edge_keys):
        subject_id, predicate, object_id = split_edge_key(key)
        edges.setdefault(predicate, []).append({"subject_id": subject_id, "object_id": object_id, "support": 1})
    made: dict[str, list[Row]] = {
        **contents.of_query,
        "documents": documents,
        "log": log,
        "words": [{"id": entity_id, "word": word} for entity_id, word in words],
        "parts": [
            {"word": word, "part": part} for word in sorted({word for _, word in words}) for part in parts_of(word)
        ],
    }
    return [
        *(Bare(f"MERGE (e:Entity {{id: row.id}}) SET e = row, e:{kind}", rows) for kind, rows in entities.items()),
        *(Bare(statement, made[name]) for name, statement in _MERGES.items()),
        *(
            Bare(
                "MATCH (s:Entity {id: row.subject_id}) MATCH (o:Entity {id: row.object_id}) "
                f"MERGE (s)-[r:{predicate}]->(o) SET r.support = row.support",
                rows,
            )
            for predicate, rows in edges.items()
        ),
    ]


def write_bare(engine: Engine, made: Sequence[Bare]) -> None:
    """Run statements in one transaction."""

    def work(transaction: Transaction) -> None:
        for statement, rows in made:
            if rows:
                text = f"UNWIND $rows AS row {statement}"
                query = Query(name="bare", mode="write", what="", params=_ROWS, returns=(), text=text)
                transaction.run(query, {"rows": [*rows]})

    engine.write(work)

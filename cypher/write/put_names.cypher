// name: put_names
// what: That a document names an entity, and how it presents it. The edge leads to the canonical entity and
//   keeps the id that the document proposed.
// params:
//   rows: list<map>   document_id, entity_id, canonical_id, properties
// returns: none
UNWIND $rows AS row
MATCH (d:Document {id: row.document_id})
MATCH (e:Entity {id: row.canonical_id})
MERGE (d)-[n:NAMES {entity_id: row.entity_id}]->(e)
SET n = row.properties

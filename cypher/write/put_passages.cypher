// name: put_passages
// what: The passages of documents.
// params:
//   rows: list<map>   id, document_id, properties
// returns: none
UNWIND $rows AS row
MATCH (d:Document {id: row.document_id})
MERGE (p:Passage {id: row.id})
SET p = row.properties
MERGE (p)-[:PART_OF_DOCUMENT]->(d)

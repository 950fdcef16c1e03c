// name: put_passages
// what: Passages that are not there yet, of documents.
// params:
//   rows: list<map>   document_id, and the properties by their names
// returns: none
UNWIND $rows AS row
MATCH (d:Document {id: row.document_id})
// Set, not created: after a crash the embedded engine refuses to create a property that no node has had yet.
CREATE (p:Passage {id: row.id})
SET p.position = row.position, p.text = row.text, p.start_char = row.start_char, p.end_char = row.end_char,
  p.section = row.section, p.role = row.role, p.document_id = row.document_id
CREATE (p)-[:PART_OF_DOCUMENT]->(d)

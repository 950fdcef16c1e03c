// name: put_passages
// what: Passages that are not there yet, of documents.
// params:
//   rows: list<map>   document_id, and the properties by their names
// returns: none
UNWIND $rows AS row
MATCH (d:Document {id: row.document_id})
CREATE (p:Passage {id: row.id, position: row.position, text: row.text, start_char: row.start_char,
  end_char: row.end_char, section: row.section, role: row.role, document_id: row.document_id})
CREATE (p)-[:PART_OF_DOCUMENT]->(d)

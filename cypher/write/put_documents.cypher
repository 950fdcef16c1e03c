// name: put_documents
// what: Documents with all their properties; what was there of the same id is replaced.
// params:
//   rows: list<map>   id, properties
// returns: none
UNWIND $rows AS row
MERGE (d:Document {id: row.id})
SET d = row.properties

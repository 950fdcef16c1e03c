// name: put_documents
// what: Documents with all their properties, on the day of their publication, the anchor for 'latest' and 'since'; what
//   was there of the same id is replaced.
// params:
//   rows: list<map>   id, day (0000-00-00 for unknown), properties
// returns: none
UNWIND $rows AS row
MERGE (d:Document {id: row.id})
SET d = row.properties
MERGE (day:Day {id: row.day})
MERGE (d)-[:PUBLISHED_ON]->(day)

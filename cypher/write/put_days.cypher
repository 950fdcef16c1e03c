// name: put_days
// what: The days on which documents were published.
// params:
//   rows: list<map>   document_id, day
// returns: none
UNWIND $rows AS row
MATCH (d:Document {id: row.document_id})
MERGE (day:Day {id: row.day})
MERGE (d)-[:PUBLISHED_ON]->(day)

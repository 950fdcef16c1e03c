// name: put_claims
// what: Claims with all their properties and their subjects.
// params:
//   rows: list<map>   id, subject_id (canonical), properties
// returns: none
UNWIND $rows AS row
MATCH (e:Entity {id: row.subject_id})
MERGE (c:Claim {id: row.id})
SET c = row.properties
MERGE (c)-[:SUBJECT]->(e)

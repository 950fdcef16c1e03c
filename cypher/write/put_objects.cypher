// name: put_objects
// what: The objects of claims that have none yet.
// params:
//   rows: list<map>   claim_id, object_id (canonical)
// returns: none
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim_id})
MATCH (e:Entity {id: row.object_id})
CREATE (c)-[:OBJECT]->(e)

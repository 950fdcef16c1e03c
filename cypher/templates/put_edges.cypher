// name: put_edges
// what: The shadow edges of a predicate, recomputed from asserted claims.
// params:
//   rows: list<map>   subject_id, object_id, properties
// returns: none
UNWIND $rows AS row
MATCH (s:Entity {id: row.subject_id})
MATCH (o:Entity {id: row.object_id})
MERGE (s)-[r:{{PREDICATE}}]->(o)
SET r = row.properties

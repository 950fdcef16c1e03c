// name: remove_edges
// what: Takes away shadow edges that no asserted claim supports any more.
// params:
//   rows: list<map>   subject_id, object_id
// returns: none
UNWIND $rows AS row
MATCH (s:Entity {id: row.subject_id})-[r:{{PREDICATE}}]->(o:Entity {id: row.object_id})
DELETE r

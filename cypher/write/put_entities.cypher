// name: put_entities
// what: Properties of entities that are there.
// params:
//   rows: list<map>   id, changes
// returns: none
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
SET e += row.changes

// name: put_entities
// what: Entities with all their properties; kinds are set as labels by a template.
// params:
//   rows: list<map>   id, properties
// returns: none
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
SET e = row.properties

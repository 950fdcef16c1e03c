// name: put_meta
// what: Facts about the graph itself, such as the version of its schema.
// params:
//   rows: list<map>   id, properties
// returns: none
UNWIND $rows AS row
MERGE (m:Meta {id: row.id})
SET m = row.properties

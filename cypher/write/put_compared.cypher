// name: put_compared
// what: Under which name and keys entities were compared.
// params:
//   rows: list<map>   id, name, keys
// returns: none
UNWIND $rows AS row
MERGE (k:Compared {id: row.id})
SET k.name = row.name, k.keys = row.keys

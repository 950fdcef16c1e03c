// name: compared
// what: Under which name and keys entities were last compared.
// params:
//   ids: list<string>   entity ids
// returns:
//   entity_id: string
//   name: string
//   keys: list<string>
UNWIND $ids AS id
MATCH (k:Compared {id: id})
RETURN k.id AS entity_id, k.name AS name, k.keys AS keys
ORDER BY entity_id

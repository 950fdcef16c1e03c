// name: ensure_entities
// what: Nodes for entities, so that edges can lead to them before their properties are known.
// params:
//   ids: list<string>   entity ids
// returns: none
UNWIND $ids AS id
MERGE (e:Entity {id: id})

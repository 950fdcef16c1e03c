// name: remove_entities
// what: Takes away entities that no document names any more.
// params:
//   ids: list<string>   entity ids
// returns: none
UNWIND $ids AS id
MATCH (e:Entity {id: id})
DETACH DELETE e

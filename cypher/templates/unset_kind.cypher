// name: unset_kind
// what: Takes the label of their kind from entities that were merged into others.
// params:
//   ids: list<string>   entity ids
// returns: none
UNWIND $ids AS id
MATCH (e:Entity {id: id})
REMOVE e:{{KIND}}

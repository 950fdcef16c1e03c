// name: set_kind
// what: Gives entities the label of their kind.
// params:
//   ids: list<string>   entity ids
// returns: none
UNWIND $ids AS id
MATCH (e:Entity {id: id})
SET e:{{KIND}}

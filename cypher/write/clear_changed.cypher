// name: clear_changed
// what: Takes the ids of entities that were compared from those of which something changed.
// params:
//   ids: list<string>   entity ids
// returns: none
UNWIND $ids AS id
MATCH (c:Changed {id: id})
DELETE c

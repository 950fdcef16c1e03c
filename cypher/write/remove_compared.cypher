// name: remove_compared
// what: Forgets how entities that are gone were compared.
// params:
//   ids: list<string>   entity ids
// returns: none
UNWIND $ids AS id
MATCH (k:Compared {id: id})
DELETE k

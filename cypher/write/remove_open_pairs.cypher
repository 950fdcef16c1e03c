// name: remove_open_pairs
// what: Takes away pairs that are no longer left to a person.
// params:
//   ids: list<string>
// returns: none
UNWIND $ids AS id
MATCH (p:OpenPair {id: id})
DELETE p

// name: note_changed
// what: Ids of entities of which something changed since entities were last compared.
// params:
//   ids: list<string>   entity ids, of those that are gone too
// returns: none
UNWIND $ids AS id
MERGE (c:Changed {id: id})

// name: open_pairs_of
// what: Pairs left to a person that have some of these entities on either side.
// params:
//   ids: list<string>   entity ids
// returns:
//   id: string
UNWIND $ids AS entity_id
MATCH (p:OpenPair {left_id: entity_id})
RETURN p.id AS id
UNION
UNWIND $ids AS entity_id
MATCH (p:OpenPair {right_id: entity_id})
RETURN p.id AS id

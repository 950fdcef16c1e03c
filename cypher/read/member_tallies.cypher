// name: member_tallies
// what: The tallies of the entities that were merged into some.
// params:
//   ids: list<string>   canonical ids
// returns:
//   canonical_id: string
//   entity_id: string
//   tally: string   JSON
UNWIND $ids AS id
MATCH (e:Entity {merged_into: id})
RETURN id AS canonical_id, e.id AS entity_id, e.tally AS tally
ORDER BY canonical_id, entity_id

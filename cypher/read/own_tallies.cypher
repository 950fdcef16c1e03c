// name: own_tallies
// what: What documents say of entities by themselves, without those merged into them, for resolution.
// params:
//   ids: list<string>   entity ids
// returns:
//   entity_id: string
//   tally: string   JSON
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WHERE e.tally IS NOT NULL
RETURN e.id AS entity_id, e.tally AS tally
ORDER BY entity_id

// name: entity_tallies
// what: What documents together say of entities; ids that the graph does not have give no row.
// params:
//   ids: list<string>   entity ids
// returns:
//   entity_id: string
//   tally: string   JSON
//   merged_into: string?
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WHERE e.tally IS NOT NULL
RETURN e.id AS entity_id, e.tally AS tally, e.merged_into AS merged_into
ORDER BY entity_id

// name: tallies_walk
// what: What documents together say of each entity by itself, merged ones too, for resolution.
// params:
//   after_id: string
//   limit: integer
// returns:
//   entity_id: string
//   tally: string   JSON
MATCH (e:Entity)
WHERE e.id > $after_id AND e.tally IS NOT NULL
RETURN e.id AS entity_id, e.tally AS tally
ORDER BY entity_id
LIMIT $limit

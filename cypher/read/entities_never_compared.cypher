// name: entities_never_compared
// what: Entities that no comparison has seen and none is to see, as schema version 2 wrote them.
// params:
//   limit: integer   rows, 1 or more
// returns:
//   entity_id: string
MATCH (e:Entity)
WHERE e.tally IS NOT NULL
  AND NOT EXISTS { MATCH (c:Changed {id: e.id}) }
  AND NOT EXISTS { MATCH (k:Compared {id: e.id}) }
RETURN e.id AS entity_id
ORDER BY entity_id
LIMIT $limit

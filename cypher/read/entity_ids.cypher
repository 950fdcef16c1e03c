// name: entity_ids
// what: Ids of entities in order, for walks over all of them.
// params:
//   after_id: string
//   limit: integer
// returns:
//   entity_id: string
MATCH (e:Entity)
WHERE e.id > $after_id
RETURN e.id AS entity_id
ORDER BY entity_id
LIMIT $limit

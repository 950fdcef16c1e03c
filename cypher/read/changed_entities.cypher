// name: changed_entities
// what: Ids of entities of which something changed since entities were last compared, gone ones too.
// params:
//   after_id: string
//   limit: integer   rows, 1 or more
// returns:
//   entity_id: string
MATCH (c:Changed)
WHERE c.id > $after_id
RETURN c.id AS entity_id
ORDER BY entity_id
LIMIT $limit

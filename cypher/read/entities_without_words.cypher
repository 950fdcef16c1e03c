// name: entities_without_words
// what: Entities that search does not find, as schema version 1 wrote them.
// params:
//   limit: integer   rows, 1 or more
// returns:
//   entity_id: string
//   search_text: string
MATCH (e:Entity)
WHERE size(e.search_text) > 2 AND NOT (e)-[:HAS_WORD]->()
RETURN e.id AS entity_id, e.search_text AS search_text
ORDER BY entity_id
LIMIT $limit

// name: entities_without_words
// what: Entities that neither lists nor search find, as schema version 1 wrote them.
// params:
//   limit: integer   rows, 1 or more
// returns:
//   entity_id: string
//   kind: string
//   search_text: string
//   mentions: integer
//   merged_into: string?   null
MATCH (e:Entity)
WHERE e.merged_into IS NULL AND e.tally IS NOT NULL AND NOT (e)-[:HAS_WORD]->()
RETURN e.id AS entity_id, e.kind AS kind, e.search_text AS search_text, e.mentions AS mentions,
  e.merged_into AS merged_into
ORDER BY entity_id
LIMIT $limit

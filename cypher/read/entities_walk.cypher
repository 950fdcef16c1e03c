// name: entities_walk
// what: Every entity with what holds it, for the consistency check.
// params:
//   after_id: string
//   limit: integer
// returns:
//   entity_id: string
//   kind: string?
//   labels: list<string>   in any order
//   tally: string?
//   merged_into: string?
//   documents: integer?   as it says
//   naming: integer   documents that lead to it
//   mentions: integer?   as it says
//   mentioning: integer   mentions that lead to it
//   search_text: string?
//   words: list<string>   in order
MATCH (e:Entity)
WHERE e.id > $after_id
WITH e
ORDER BY e.id
LIMIT $limit
OPTIONAL MATCH (d:Document)-[:NAMES]->(e)
WITH e, count(DISTINCT d) AS naming
OPTIONAL MATCH (e)<-[m:MENTIONS]-(p:Passage)
WITH e, naming, count(m) AS mentioning
OPTIONAL MATCH (e)-[:HAS_WORD]->(w:Word)
WITH e, naming, mentioning, w
ORDER BY w.id
WITH e, naming, mentioning, collect(w.id) AS words
RETURN e.id AS entity_id, e.kind AS kind, labels(e) AS labels, e.tally AS tally, e.merged_into AS merged_into,
  e.documents AS documents, naming, e.mentions AS mentions, mentioning,
  e.search_text AS search_text, words
ORDER BY entity_id

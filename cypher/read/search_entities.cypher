// name: search_entities
// what: Entities one of whose folded names holds the folded text: equal names first, then names that begin so,
//   then the rest; within a rank by how often they are mentioned. They are found by the rarest part of a word of the
//   text, and by the beginning of the text run together, so that those that have nothing of it are not looked at.
// params:
//   ways: list<map>   way, text, parts, begins; see graph.store.words
//   folded: string   by graph.names.normalize
//   together: string   the same without spaces
//   kind: string?   null for all
//   after_rank: integer
//   after_mentions: integer
//   after_id: string
//   limit: integer
// returns:
//   id: string
//   name: string
//   kind: string
//   aliases: list<string>
//   mentions: integer
//   documents: integer
//   first_seen: string?
//   last_seen: string?
//   rank: integer
UNWIND $ways AS look
UNWIND look.parts AS part
MATCH (p:Part {id: part})
WITH look.way AS way, look.text AS text, look.begins AS begins, part, COUNT { (p)<-[:HAS_PART]-() } AS words
ORDER BY words, part
WITH way, text, begins, head(collect(part)) AS part
MATCH (:Part {id: part})<-[:HAS_PART]-(w:Word)
WHERE w.id STARTS WITH text OR w.id STARTS WITH '=' + text OR (NOT begins AND w.id CONTAINS text)
WITH way, text, w.id AS word, COUNT { (w)<-[:HAS_WORD]-() } AS entities
WITH way, text, collect(word) AS words, sum(entities) AS entities
ORDER BY entities, text
WITH way, head(collect(words)) AS words
UNWIND words AS word
MATCH (:Word {id: word})<-[:HAS_WORD]-(e:Entity)
WITH DISTINCT e
WHERE (e.search_text CONTAINS $folded OR e.search_text CONTAINS $together)
  AND ($kind IS NULL OR e.kind = $kind)
WITH e, CASE
  WHEN e.search_text CONTAINS '|' + $folded + '|' OR e.search_text CONTAINS '|' + $together + '|' THEN 0
  WHEN e.search_text CONTAINS '|' + $folded OR e.search_text CONTAINS '|' + $together THEN 1
  WHEN e.search_text CONTAINS ' ' + $folded THEN 2
  ELSE 3
END AS rank
WHERE rank > $after_rank
  OR (rank = $after_rank AND (e.mentions < $after_mentions OR (e.mentions = $after_mentions AND e.id > $after_id)))
RETURN e.id AS id, e.name AS name, e.kind AS kind, e.aliases AS aliases, e.mentions AS mentions,
  e.documents AS documents, e.first_seen AS first_seen, e.last_seen AS last_seen,
  rank
ORDER BY rank, mentions DESC, id
LIMIT $limit

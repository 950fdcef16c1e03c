// name: search_entities
// what: Entities one of whose folded names holds the folded text: equal names first, then names that begin so,
//   then the rest; within a rank by how often they are mentioned. An empty text finds all.
// params:
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
MATCH (e:Entity)
WHERE e.merged_into IS NULL
  AND (e.search_text CONTAINS $folded OR e.search_text CONTAINS $together)
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

// name: entities
// what: All entities, those first that are mentioned most.
// params:
//   kind: string?   null for all
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
MATCH (e:Entity)
WHERE e.merged_into IS NULL
  AND ($kind IS NULL OR e.kind = $kind)
  AND (e.mentions < $after_mentions OR (e.mentions = $after_mentions AND e.id > $after_id))
RETURN e.id AS id, e.name AS name, e.kind AS kind, e.aliases AS aliases, e.mentions AS mentions,
  e.documents AS documents, e.first_seen AS first_seen, e.last_seen AS last_seen
ORDER BY mentions DESC, id
LIMIT $limit

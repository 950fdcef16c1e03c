// name: log_entries
// what: What was done to the graph and when, oldest first, for walks over all of it.
// params:
//   after_id: string
//   limit: integer
// returns:
//   id: string
//   at: string
//   document_id: string
//   status: string
//   entities: integer
//   mentions: integer
//   claims: integer
MATCH (l:LogEntry)
WHERE l.id > $after_id
RETURN l.id AS id,
  l.at AS at,
  l.document_id AS document_id,
  l.status AS status,
  l.entities AS entities,
  l.mentions AS mentions,
  l.claims AS claims
ORDER BY id
LIMIT $limit

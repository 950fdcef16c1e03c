// name: documents_walk
// what: Which documents there are of which source, in order of their ids, for walks over all of them.
// params:
//   after_id: string
//   limit: integer
// returns:
//   document_id: string
//   source: string
//   published: string?
//   current: boolean
MATCH (d:Document)
WHERE d.id > $after_id
RETURN d.id AS document_id, d.source AS source, d.published AS published, d.current AS current
ORDER BY document_id
LIMIT $limit

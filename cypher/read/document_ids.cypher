// name: document_ids
// what: Ids of documents in order, for walks over all of them.
// params:
//   after_id: string
//   limit: integer
// returns:
//   document_id: string
MATCH (d:Document)
WHERE d.id > $after_id
RETURN d.id AS document_id
ORDER BY document_id
LIMIT $limit

// name: documents_without_day
// what: Documents that are not on the day of their publication, as schema version 1 wrote them.
// params:
//   limit: integer   rows, 1 or more
// returns:
//   document_id: string
//   published: string?
MATCH (d:Document)
WHERE NOT (d)-[:PUBLISHED_ON]->()
RETURN d.id AS document_id, d.published AS published
ORDER BY document_id
LIMIT $limit

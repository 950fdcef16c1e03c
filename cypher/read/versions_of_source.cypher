// name: versions_of_source
// what: The documents of one source, the current one among them.
// params:
//   source: string
// returns:
//   document_id: string
//   published: string?
//   current: boolean
MATCH (d:Document {source: $source})
RETURN d.id AS document_id, d.published AS published, d.current AS current
ORDER BY document_id

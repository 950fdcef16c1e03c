// name: versions_of_sources
// what: The documents of some sources, the current one of each among them.
// params:
//   ids: list<string>   sources
// returns:
//   source: string
//   document_id: string
//   published: string?
//   current: boolean
UNWIND $ids AS id
MATCH (d:Document {source: id})
RETURN d.source AS source, d.id AS document_id, d.published AS published, d.current AS current
ORDER BY source, document_id

// name: documents_by_id
// what: Documents as they are kept, superseded ones with their reading as JSON.
// params:
//   ids: list<string>   document ids
// returns:
//   id: string
//   source: string
//   outlet: string
//   name: string   its title
//   language: string
//   published: string?
//   text_hash: string
//   characters: integer
//   format: string
//   current: boolean
//   reading_hash: string
//   reading: string?   only of a superseded one
//   passages: integer
//   claims: integer
UNWIND $ids AS document_id
MATCH (d:Document {id: document_id})
RETURN d.id AS id, d.source AS source, d.outlet AS outlet, d.name AS name, d.language AS language,
  d.published AS published, d.text_hash AS text_hash, d.characters AS characters, d.format AS format,
  d.current AS current, d.reading_hash AS reading_hash, d.reading AS reading, d.passages AS passages,
  d.claims AS claims
ORDER BY id

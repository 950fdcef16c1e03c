// name: documents
// what: Documents published on some days, last published first, superseded ones included.
// params:
//   days: list<string>   YYYY-MM-DD, or 0000-00-00 for unknown
//   after_key: string
//   after_id: string
//   limit: integer   rows, 1 or more
// returns:
//   id: string
//   source: string
//   outlet: string
//   name: string   its title
//   language: string
//   published: string?
//   characters: integer
//   format: string
//   current: boolean
//   passages: integer
//   claims: integer
UNWIND $days AS day
MATCH (:Day {id: day})<-[:PUBLISHED_ON]-(d:Document)
WITH d, coalesce(d.published, '') AS published_key
WHERE published_key < $after_key OR (published_key = $after_key AND d.id > $after_id)
RETURN d.id AS id, d.source AS source, d.outlet AS outlet, d.name AS name, d.language AS language,
  d.published AS published, d.characters AS characters, d.format AS format, d.current AS current,
  d.passages AS passages, d.claims AS claims
ORDER BY coalesce(d.published, '') DESC, id
LIMIT $limit

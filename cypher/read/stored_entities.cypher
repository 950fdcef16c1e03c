// name: stored_entities
// what: Entities with all their properties, null where one is not set; ids that the graph does not have give no row.
// params:
//   ids: list<string>   entity ids
// returns:
//   id: string
//   kind: string?
//   name: string?
//   catalogued: boolean?
//   aliases: list<string>?
//   surface_forms: list<string>?
//   external_ids: list<string>?
//   search_text: string?
//   mentions: integer?
//   documents: integer?
//   first_seen: string?
//   last_seen: string?
//   tally: string?   JSON: what documents say of it, without those merged into it
//   merged_into: string?
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e.id AS id, e.kind AS kind, e.name AS name, e.catalogued AS catalogued, e.aliases AS aliases,
  e.surface_forms AS surface_forms, e.external_ids AS external_ids, e.search_text AS search_text,
  e.mentions AS mentions, e.documents AS documents, e.first_seen AS first_seen, e.last_seen AS last_seen,
  e.tally AS tally, e.merged_into AS merged_into
ORDER BY id

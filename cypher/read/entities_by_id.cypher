// name: entities_by_id
// what: Entities as they are exported.
// params:
//   ids: list<string>   entity ids
// returns:
//   id: string
//   name: string
//   kind: string
//   aliases: list<string>
//   mentions: integer
//   documents: integer
//   first_seen: string?
//   last_seen: string?
//   surface_forms: list<string>
//   external_ids: list<string>
//   catalogued: boolean
//   merged_into: string?
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e.id AS id, e.name AS name, e.kind AS kind, e.aliases AS aliases, e.mentions AS mentions,
  e.documents AS documents, e.first_seen AS first_seen, e.last_seen AS last_seen,
  e.surface_forms AS surface_forms, e.external_ids AS external_ids, e.catalogued AS catalogued,
  e.merged_into AS merged_into
ORDER BY id

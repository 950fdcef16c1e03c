// name: entity_by_id
// what: One entity; one that was merged says into what.
// params:
//   entity_id: string
// returns:
//   id: string
//   name: string
//   kind: string
//   aliases: list<string>
//   mentions: integer
//   documents: integer
//   first_seen: string?
//   last_seen: string?
//   surface_forms: list<string>   most frequent first
//   external_ids: list<string>
//   merged_into: string?
MATCH (e:Entity {id: $entity_id})
RETURN e.id AS id, e.name AS name, e.kind AS kind, e.aliases AS aliases, e.mentions AS mentions,
  e.documents AS documents, e.first_seen AS first_seen, e.last_seen AS last_seen,
  e.surface_forms AS surface_forms, e.external_ids AS external_ids, e.merged_into AS merged_into

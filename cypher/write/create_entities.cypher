// name: create_entities
// what: Entities that are not there yet; kinds are set as labels by a template.
// params:
//   rows: list<map>   the properties by their names
// returns: none
UNWIND $rows AS row
CREATE (:Entity {id: row.id, kind: row.kind, name: row.name, catalogued: row.catalogued, aliases: row.aliases,
  surface_forms: row.surface_forms, external_ids: row.external_ids, search_text: row.search_text,
  mentions: row.mentions, documents: row.documents, first_seen: row.first_seen, last_seen: row.last_seen,
  tally: row.tally, merged_into: row.merged_into})

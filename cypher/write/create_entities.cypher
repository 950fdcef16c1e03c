// name: create_entities
// what: Entities that are not there yet; kinds are set as labels by a template.
// params:
//   rows: list<map>   the properties by their names
// returns: none
UNWIND $rows AS row
// Set, not created: after a crash the embedded engine refuses to create a property that no node has had yet.
CREATE (e:Entity {id: row.id})
SET e.kind = row.kind, e.name = row.name, e.catalogued = row.catalogued, e.aliases = row.aliases,
  e.surface_forms = row.surface_forms, e.external_ids = row.external_ids, e.search_text = row.search_text,
  e.mentions = row.mentions, e.documents = row.documents, e.first_seen = row.first_seen, e.last_seen = row.last_seen,
  e.tally = row.tally, e.merged_into = row.merged_into

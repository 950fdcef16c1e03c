// name: put_names
// what: That a document names an entity, and how it presents it. The edge leads to the canonical entity and
//   keeps the id that the document proposed.
// params:
//   rows: list<map>   document_id, canonical_id, and the properties by their names
// returns: none
UNWIND $rows AS row
MATCH (d:Document {id: row.document_id})
MATCH (e:Entity {id: row.canonical_id})
CREATE (d)-[:NAMES {entity_id: row.entity_id, kind: row.kind, name: row.name, surface_forms: row.surface_forms,
  aliases: row.aliases, catalogued: row.catalogued, external_ids: row.external_ids}]->(e)

// name: names_of_document
// what: The entities of a document as it proposed them.
// params:
//   document_id: string
// returns:
//   entity_id: string
//   canonical_id: string
//   kind: string
//   name: string
//   surface_forms: list<string>
//   aliases: list<string>
//   catalogued: boolean
//   external_ids: list<string>
MATCH (d:Document {id: $document_id})-[n:NAMES]->(e:Entity)
RETURN n.entity_id AS entity_id, e.id AS canonical_id, n.kind AS kind, n.name AS name,
  n.surface_forms AS surface_forms, n.aliases AS aliases, n.catalogued AS catalogued, n.external_ids AS external_ids
ORDER BY entity_id

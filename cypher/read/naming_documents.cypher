// name: naming_documents
// what: How many documents name entities.
// params:
//   ids: list<string>   canonical ids
// returns:
//   entity_id: string
//   documents: integer
UNWIND $ids AS id
MATCH (d:Document)-[:NAMES]->(e:Entity {id: id})
RETURN e.id AS entity_id, count(DISTINCT d) AS documents
ORDER BY entity_id

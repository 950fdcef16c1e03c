// name: naming_dates
// what: First and last publication of the documents that propose entities.
// params:
//   rows: list<map>   entity_id, canonical_id
// returns:
//   entity_id: string
//   first_seen: string?
//   last_seen: string?
UNWIND $rows AS row
MATCH (d:Document)-[n:NAMES {entity_id: row.entity_id}]->(e:Entity {id: row.canonical_id})
RETURN row.entity_id AS entity_id, min(d.published) AS first_seen, max(d.published) AS last_seen
ORDER BY entity_id

// name: edges_from
// what: The shadow edges that start at entities.
// params:
//   ids: list<string>   entity ids
// returns:
//   subject_id: string
//   predicate: string
//   object_id: string
//   date: string?
//   date_start: string?
//   date_end: string?
//   date_precision: string?
//   confidence: float
//   support: integer   documents
//   outlets: integer
//   first_seen: string?
//   last_seen: string?
//   claim_ids: list<string>
UNWIND $ids AS id
MATCH (s:Entity {id: id})-[r]->(o:Entity)
RETURN s.id AS subject_id, type(r) AS predicate, o.id AS object_id, r.date AS date, r.date_start AS date_start,
  r.date_end AS date_end, r.date_precision AS date_precision, r.confidence AS confidence, r.support AS support,
  r.outlets AS outlets, r.first_seen AS first_seen, r.last_seen AS last_seen, r.claim_ids AS claim_ids
ORDER BY subject_id, predicate, object_id

// name: claims_walk
// what: Every claim with where it leads, for the consistency check.
// params:
//   after_id: string
//   limit: integer
// returns:
//   claim_id: string
//   predicate: string
//   factuality: string
//   document_id: string
//   edge_key: string?
//   subjects: list<string>   canonical; one when all is well
//   objects: list<string>   canonical; one or none
//   evidences: integer
//   strays: integer   evidences in passages of other documents
//   current: boolean?   whether its document is; null when it is not there
MATCH (c:Claim)
WHERE c.id > $after_id
WITH c
ORDER BY c.id
LIMIT $limit
OPTIONAL MATCH (c)-[:SUBJECT]->(s:Entity)
WITH c, collect(s.id) AS subjects
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
WITH c, subjects, collect(o.id) AS objects
OPTIONAL MATCH (c)-[:EVIDENCED_BY]->(p:Passage)
WITH c, subjects, objects, count(p) AS evidences,
  sum(CASE WHEN p.document_id <> c.document_id THEN 1 ELSE 0 END) AS strays
OPTIONAL MATCH (d:Document {id: c.document_id})
RETURN c.id AS claim_id, c.predicate AS predicate, c.factuality AS factuality, c.document_id AS document_id,
  c.edge_key AS edge_key, subjects, objects, evidences, strays, d.current AS current
ORDER BY claim_id

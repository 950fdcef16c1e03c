// name: claims_by_kinds
// what: How many claims about an entity there are by predicate and by the kinds of their ends.
// params:
//   entity_id: string   canonical
// returns:
//   predicate: string
//   subject_kind: string
//   object_kind: string?
//   claims: integer
MATCH (e:Entity {id: $entity_id})<-[:SUBJECT|OBJECT]-(c:Claim)
MATCH (c)-[:SUBJECT]->(s:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN c.predicate AS predicate, s.kind AS subject_kind, o.kind AS object_kind, count(DISTINCT c) AS claims
ORDER BY predicate, subject_kind, object_kind

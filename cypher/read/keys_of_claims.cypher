// name: keys_of_claims
// what: The claims between two entities that touch one of them, with the ends they have now.
// params:
//   entity_id: string   canonical
// returns:
//   claim_id: string
//   predicate: string
//   subject_id: string   canonical
//   object_id: string   canonical
//   edge_key: string
MATCH (e:Entity {id: $entity_id})<-[:SUBJECT|OBJECT]-(c:Claim)
MATCH (c)-[:SUBJECT]->(s:Entity)
MATCH (c)-[:OBJECT]->(o:Entity)
RETURN DISTINCT c.id AS claim_id, c.predicate AS predicate, s.id AS subject_id, o.id AS object_id, c.edge_key AS edge_key
ORDER BY claim_id

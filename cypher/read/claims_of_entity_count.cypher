// name: claims_of_entity_count
// what: How many claims have an entity as subject or object.
// params:
//   entity_id: string
// returns:
//   claims: integer
MATCH (e:Entity {id: $entity_id})<-[:SUBJECT|OBJECT]-(c:Claim)
RETURN count(DISTINCT c) AS claims

// name: claims_of_entity
// what: Ids of claims that touch an entity and fit the filters, last published first.
// params:
//   entity_id: string
//   subject_id: string?   canonical
//   object_id: string?   canonical
//   predicate: string?
//   factuality: string?
//   since: string?   earliest publication, inclusive
//   until: string?   latest publication, inclusive
//   after_key: string
//   after_id: string
//   limit: integer   rows, 1 or more
// returns:
//   claim_id: string
//   published_key: string
MATCH (e:Entity {id: $entity_id})<-[:SUBJECT|OBJECT]-(c:Claim)
WHERE (coalesce(c.published, '') < $after_key OR (coalesce(c.published, '') = $after_key AND c.id > $after_id))
  AND ($predicate IS NULL OR c.predicate = $predicate)
  AND ($factuality IS NULL OR c.factuality = $factuality)
  AND ($since IS NULL OR c.published >= $since)
  AND ($until IS NULL OR c.published <= $until)
  AND ($subject_id IS NULL OR EXISTS { MATCH (c)-[:SUBJECT]->(s:Entity) WHERE s.id = $subject_id })
  AND ($object_id IS NULL OR EXISTS { MATCH (c)-[:OBJECT]->(o:Entity) WHERE o.id = $object_id })
RETURN DISTINCT c.id AS claim_id, coalesce(c.published, '') AS published_key
ORDER BY published_key DESC, claim_id
LIMIT $limit

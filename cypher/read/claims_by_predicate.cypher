// name: claims_by_predicate
// what: The asserted claims of a predicate with their ends, for conflicts.
// params:
//   predicate: string
// returns:
//   claim_id: string
//   subject_id: string
//   object_id: string?
//   value: string?
//   qualifier_names: list<string>
//   qualifier_values: list<string>   in the order of the names
MATCH (c:Claim {predicate: $predicate})-[:SUBJECT]->(s:Entity)
WHERE c.factuality = 'asserted'
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN c.id AS claim_id, s.id AS subject_id, o.id AS object_id, c.value AS value,
  c.qualifier_names AS qualifier_names, c.qualifier_values AS qualifier_values
ORDER BY claim_id

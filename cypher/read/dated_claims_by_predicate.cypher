// name: dated_claims_by_predicate
// what: The asserted claims of a predicate that tell a date, with their ends, for conflicts.
// params:
//   predicate: string
// returns:
//   claim_id: string
//   subject_id: string
//   object_id: string
//   date: string   EDTF
MATCH (c:Claim {predicate: $predicate})-[:SUBJECT]->(s:Entity)
WHERE c.factuality = 'asserted' AND c.date IS NOT NULL
MATCH (c)-[:OBJECT]->(o:Entity)
RETURN c.id AS claim_id, s.id AS subject_id, o.id AS object_id, c.date AS date
ORDER BY claim_id

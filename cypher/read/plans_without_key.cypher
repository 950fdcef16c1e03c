// name: plans_without_key
// what: Planned claims between entities that their outcomes do not find, as schema version 0 wrote them.
// params:
//   limit: integer   rows, 1 or more
// returns:
//   claim_id: string
//   plan_key: string   what the key should be
MATCH (c:Claim)
WHERE c.factuality = 'planned' AND c.edge_key IS NOT NULL AND c.plan_key IS NULL
RETURN c.id AS claim_id, c.edge_key AS plan_key
ORDER BY claim_id
LIMIT $limit

// name: count_plans_without_key
// what: How many planned claims `plans_without_key` finds.
// params: none
// returns:
//   claims: integer
MATCH (c:Claim)
WHERE c.factuality = 'planned' AND c.edge_key IS NOT NULL AND c.plan_key IS NULL
RETURN count(c) AS claims

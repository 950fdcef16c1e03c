// name: outcomes_of
// what: The later claims that tell plans as done: same subject, predicate and object, published no earlier.
// params:
//   ids: list<string>   ids of planned claims
// returns:
//   plan_id: string
//   outcome_id: string
UNWIND $ids AS id
MATCH (plan:Claim {id: id})
MATCH (c:Claim {edge_key: plan.plan_key})
WHERE c.factuality = 'asserted' AND c.published >= plan.published
RETURN id AS plan_id, c.id AS outcome_id
ORDER BY plan_id, outcome_id

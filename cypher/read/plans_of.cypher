// name: plans_of
// what: The earlier plans that claims tell as done: same subject, predicate and object, published no later.
// params:
//   ids: list<string>   ids of asserted claims
// returns:
//   outcome_id: string
//   plan_id: string
UNWIND $ids AS id
MATCH (c:Claim {id: id})
MATCH (plan:Claim {plan_key: c.edge_key})
WHERE plan.published <= c.published
RETURN id AS outcome_id, plan.id AS plan_id
ORDER BY outcome_id, plan_id

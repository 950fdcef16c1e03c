// name: plans_and_outcomes
// what: Plans and the later claims that tell them as done: same subject, predicate and object, published no earlier.
// params:
//   ids: list<string>   claim ids, plans or outcomes
// returns:
//   claim_id: string
//   plan_id: string
//   outcome_id: string
UNWIND $ids AS id
MATCH (c:Claim {id: id})
MATCH (other:Claim {edge_key: c.edge_key})
WITH c,
  CASE c.factuality WHEN 'planned' THEN c ELSE other END AS plan,
  CASE c.factuality WHEN 'planned' THEN other ELSE c END AS outcome
WHERE plan.factuality = 'planned' AND outcome.factuality = 'asserted' AND outcome.published >= plan.published
RETURN c.id AS claim_id, plan.id AS plan_id, outcome.id AS outcome_id
ORDER BY claim_id, plan_id, outcome_id

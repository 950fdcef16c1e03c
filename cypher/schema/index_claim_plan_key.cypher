// name: index_claim_plan_key
// what: Plans are found from what was done, by the edge that they would support.
// params: none
// returns: none
CREATE INDEX index_claim_plan_key IF NOT EXISTS
FOR (n:Claim) ON (n.plan_key)

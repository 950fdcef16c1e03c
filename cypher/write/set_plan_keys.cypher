// name: set_plan_keys
// what: The keys by which plans are found, for claims that have none.
// params:
//   rows: list<map>   claim_id, plan_key
// returns: none
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim_id})
SET c.plan_key = row.plan_key

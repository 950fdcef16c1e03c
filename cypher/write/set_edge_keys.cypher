// name: set_edge_keys
// what: The keys of the shadow edges that claims support.
// params:
//   rows: list<map>   claim_id, edge_key
// returns: none
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim_id})
SET c.edge_key = row.edge_key,
  c.plan_key = CASE c.factuality WHEN 'planned' THEN row.edge_key ELSE null END

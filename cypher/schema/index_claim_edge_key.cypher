// name: index_claim_edge_key
// what: The claims of one shadow edge are found by it.
// params: none
// returns: none
CREATE INDEX index_claim_edge_key IF NOT EXISTS
FOR (n:Claim) ON (n.edge_key)

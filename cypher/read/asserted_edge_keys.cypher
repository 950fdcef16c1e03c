// name: asserted_edge_keys
// what: Keys of the shadow edges that asserted claims call for, in order.
// params:
//   after_key: string
//   limit: integer
// returns:
//   edge_key: string
MATCH (c:Claim)
WHERE c.factuality = 'asserted' AND c.edge_key > $after_key
RETURN DISTINCT c.edge_key AS edge_key
ORDER BY edge_key
LIMIT $limit

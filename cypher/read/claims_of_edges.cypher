// name: claims_of_edges
// what: The asserted claims behind shadow edges.
// params:
//   keys: list<string>   edge keys
// returns:
//   edge_key: string
//   claim_id: string
//   document_id: string
//   outlet: string
//   published: string?
//   date: string?
//   date_start: string?
//   date_end: string?
//   date_precision: string?
//   confidence: float
UNWIND $keys AS key
MATCH (c:Claim {edge_key: key})
WHERE c.factuality = 'asserted'
RETURN key AS edge_key, c.id AS claim_id, c.document_id AS document_id, c.outlet AS outlet, c.published AS published,
  c.date AS date, c.date_start AS date_start, c.date_end AS date_end, c.date_precision AS date_precision,
  c.confidence AS confidence
ORDER BY edge_key, claim_id

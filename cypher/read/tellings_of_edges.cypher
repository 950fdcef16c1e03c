// name: tellings_of_edges
// what: How the claims of edges are told, whatever their factuality.
// params:
//   keys: list<string>   edge keys
// returns:
//   edge_key: string
//   claim_id: string
//   document_id: string
//   published: string?
//   factuality: string
//   date: string?
//   quote: string   of the evidence; of several the first in the order of the alphabet
UNWIND $keys AS key
MATCH (c:Claim {edge_key: key})-[evidence:EVIDENCED_BY]->(:Passage)
RETURN key AS edge_key, c.id AS claim_id, c.document_id AS document_id, c.published AS published,
  c.factuality AS factuality, c.date AS date, min(evidence.quote) AS quote
ORDER BY edge_key, claim_id

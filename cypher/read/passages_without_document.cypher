// name: passages_without_document
// what: Passages of no document, or of one that was superseded.
// params: none
// returns:
//   passage_id: string
MATCH (p:Passage)
OPTIONAL MATCH (p)-[:PART_OF_DOCUMENT]->(d:Document)
WITH p, sum(CASE WHEN d.current THEN 1 ELSE 0 END) AS current
WHERE current <> 1
RETURN p.id AS passage_id
ORDER BY passage_id

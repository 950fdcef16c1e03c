// name: count_passages
// what: How many nodes have the label Passage.
// params: none
// returns:
//   passages: integer
MATCH (n:Passage)
RETURN count(n) AS passages

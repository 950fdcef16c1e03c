// name: count_documents
// what: How many nodes have the label Document.
// params: none
// returns:
//   documents: integer
MATCH (n:Document)
RETURN count(n) AS documents

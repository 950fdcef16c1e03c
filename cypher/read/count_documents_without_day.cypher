// name: count_documents_without_day
// what: How many documents `documents_without_day` finds.
// params: none
// returns:
//   documents: integer
MATCH (d:Document)
WHERE NOT (d)-[:PUBLISHED_ON]->()
RETURN count(d) AS documents

// name: remove_names
// what: Takes away what a document names.
// params:
//   document_id: string
// returns: none
MATCH (d:Document {id: $document_id})-[n:NAMES]->(e:Entity)
DELETE n

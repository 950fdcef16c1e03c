// name: remove_passages
// what: Takes away the passages of a document, with their mentions.
// params:
//   document_id: string
// returns: none
MATCH (d:Document {id: $document_id})<-[:PART_OF_DOCUMENT]-(p:Passage)
DETACH DELETE p

// name: remove_document
// what: Takes away a document whose contents are gone.
// params:
//   document_id: string
// returns: none
MATCH (d:Document {id: $document_id})
DETACH DELETE d

// name: remove_claims
// what: Takes away the claims of a document.
// params:
//   document_id: string
// returns: none
MATCH (c:Claim {document_id: $document_id})
DETACH DELETE c

// name: index_claim_document_id
// what: The claims of a document are found by it.
// params: none
// returns: none
CREATE INDEX index_claim_document_id IF NOT EXISTS
FOR (n:Claim) ON (n.document_id)

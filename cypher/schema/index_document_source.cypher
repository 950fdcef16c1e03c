// name: index_document_source
// what: Versions of one source are found by it.
// params: none
// returns: none
CREATE INDEX index_document_source IF NOT EXISTS
FOR (n:Document) ON (n.source)

// name: index_document_published
// what: Documents are listed by date.
// params: none
// returns: none
CREATE INDEX index_document_published IF NOT EXISTS
FOR (n:Document) ON (n.published)

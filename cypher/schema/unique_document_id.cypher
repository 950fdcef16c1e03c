// name: unique_document_id
// what: One node of the label Document per id.
// params: none
// returns: none
CREATE CONSTRAINT unique_document_id IF NOT EXISTS
FOR (n:Document) REQUIRE n.id IS UNIQUE

// name: unique_meta_id
// what: One node of the label Meta per id.
// params: none
// returns: none
CREATE CONSTRAINT unique_meta_id IF NOT EXISTS
FOR (n:Meta) REQUIRE n.id IS UNIQUE

// name: unique_changed_id
// what: One node of the label Changed per id.
// params: none
// returns: none
CREATE CONSTRAINT unique_changed_id IF NOT EXISTS
FOR (n:Changed) REQUIRE n.id IS UNIQUE

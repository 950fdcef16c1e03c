// name: unique_compared_id
// what: One node of the label Compared per id.
// params: none
// returns: none
CREATE CONSTRAINT unique_compared_id IF NOT EXISTS
FOR (n:Compared) REQUIRE n.id IS UNIQUE

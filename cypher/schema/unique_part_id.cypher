// name: unique_part_id
// what: One node of the label Part per id.
// params: none
// returns: none
CREATE CONSTRAINT unique_part_id IF NOT EXISTS
FOR (n:Part) REQUIRE n.id IS UNIQUE

// name: unique_day_id
// what: One node of the label Day per id.
// params: none
// returns: none
CREATE CONSTRAINT unique_day_id IF NOT EXISTS
FOR (n:Day) REQUIRE n.id IS UNIQUE

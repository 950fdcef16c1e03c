// name: unique_month_id
// what: One node of the label Month per id.
// params: none
// returns: none
CREATE CONSTRAINT unique_month_id IF NOT EXISTS
FOR (n:Month) REQUIRE n.id IS UNIQUE

// name: unique_open_pair_id
// what: One node of the label OpenPair per id.
// params: none
// returns: none
CREATE CONSTRAINT unique_open_pair_id IF NOT EXISTS
FOR (n:OpenPair) REQUIRE n.id IS UNIQUE

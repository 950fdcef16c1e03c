// name: unique_block_id
// what: One node of the label Block per id.
// params: none
// returns: none
CREATE CONSTRAINT unique_block_id IF NOT EXISTS
FOR (n:Block) REQUIRE n.id IS UNIQUE

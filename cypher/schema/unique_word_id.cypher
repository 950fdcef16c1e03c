// name: unique_word_id
// what: One node of the label Word per id.
// params: none
// returns: none
CREATE CONSTRAINT unique_word_id IF NOT EXISTS
FOR (n:Word) REQUIRE n.id IS UNIQUE

// name: unique_passage_id
// what: One node of the label Passage per id.
// params: none
// returns: none
CREATE CONSTRAINT unique_passage_id IF NOT EXISTS
FOR (n:Passage) REQUIRE n.id IS UNIQUE

// name: unique_judgement_id
// what: One node of the label Judgement per id.
// params: none
// returns: none
CREATE CONSTRAINT unique_judgement_id IF NOT EXISTS
FOR (n:Judgement) REQUIRE n.id IS UNIQUE

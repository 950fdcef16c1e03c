// name: unique_claim_id
// what: One node of the label Claim per id.
// params: none
// returns: none
CREATE CONSTRAINT unique_claim_id IF NOT EXISTS
FOR (n:Claim) REQUIRE n.id IS UNIQUE

// name: index_claim_predicate
// what: Conflicts are looked for predicate by predicate.
// params: none
// returns: none
CREATE INDEX index_claim_predicate IF NOT EXISTS
FOR (n:Claim) ON (n.predicate)

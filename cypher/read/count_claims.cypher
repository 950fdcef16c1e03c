// name: count_claims
// what: How many nodes have the label Claim.
// params: none
// returns:
//   claims: integer
MATCH (n:Claim)
RETURN count(n) AS claims

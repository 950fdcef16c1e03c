// name: count_predicates
// what: How many claims there are of each predicate.
// params: none
// returns:
//   predicate: string
//   claims: integer
MATCH (c:Claim)
RETURN c.predicate AS predicate, count(c) AS claims
ORDER BY predicate

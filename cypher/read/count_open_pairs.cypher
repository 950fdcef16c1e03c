// name: count_open_pairs
// what: How many pairs are left to a person.
// params: none
// returns:
//   pairs: integer
MATCH (p:OpenPair)
RETURN count(p) AS pairs

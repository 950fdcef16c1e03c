// name: months
// what: The months that schema version 1 led to from claims.
// params: none
// returns:
//   month: string
MATCH (m:Month)
RETURN m.id AS month
ORDER BY month

// name: months
// what: The months in which claims were published, latest first.
// params: none
// returns:
//   month: string
MATCH (m:Month)
RETURN m.id AS month
ORDER BY month DESC

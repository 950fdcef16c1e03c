// name: empty_months
// what: Month nodes that no claim leads to.
// params: none
// returns:
//   month: string
MATCH (m:Month)
WHERE NOT (m)<-[:PUBLISHED_IN]-()
RETURN m.id AS month
ORDER BY month

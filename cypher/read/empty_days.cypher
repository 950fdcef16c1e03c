// name: empty_days
// what: Day nodes on which no document was published.
// params: none
// returns:
//   day: string
MATCH (d:Day)
WHERE NOT (d)<-[:PUBLISHED_ON]-()
RETURN d.id AS day
ORDER BY day

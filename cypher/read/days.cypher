// name: days
// what: The days on which documents were published, latest first.
// params:
//   last: string   the latest to give, YYYY-MM-DD
//   limit: integer   rows, 1 or more
// returns:
//   day: string   YYYY-MM-DD, or 0000-00-00 for unknown
MATCH (d:Day)
WHERE d.id <= $last
RETURN d.id AS day
ORDER BY day DESC
LIMIT $limit

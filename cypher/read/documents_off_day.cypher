// name: documents_off_day
// what: Documents that are not on the day of their publication, and on no other, for the consistency check.
// params: none
// returns:
//   document_id: string
MATCH (d:Document)
OPTIONAL MATCH (d)-[:PUBLISHED_ON]->(day:Day)
WITH d, collect(day.id) AS days
WHERE size(days) <> 1 OR days[0] <> coalesce(d.published, '0000-00-00')
RETURN d.id AS document_id
ORDER BY document_id

// name: claims_of_days
// what: Ids of claims published on some days that fit the filters, last published first.
// params:
//   days: list<string>   YYYY-MM-DD, or 0000-00-00 for unknown
//   predicate: string?
//   factuality: string?
//   since: string?   earliest publication, inclusive
//   until: string?   latest publication, inclusive
//   after_key: string
//   after_id: string
//   limit: integer   rows, 1 or more
// returns:
//   claim_id: string
//   published_key: string
UNWIND $days AS day
MATCH (:Day {id: day})<-[:PUBLISHED_ON]-(d:Document)
MATCH (c:Claim {document_id: d.id})
WITH c, coalesce(c.published, '') AS published_key
WHERE (published_key < $after_key OR (published_key = $after_key AND c.id > $after_id))
  AND ($predicate IS NULL OR c.predicate = $predicate)
  AND ($factuality IS NULL OR c.factuality = $factuality)
  AND ($since IS NULL OR c.published >= $since)
  AND ($until IS NULL OR c.published <= $until)
RETURN c.id AS claim_id, published_key
ORDER BY published_key DESC, claim_id
LIMIT $limit

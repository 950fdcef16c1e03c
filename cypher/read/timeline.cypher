// name: timeline
// what: Ids of the claims about an entity, by the date told; undated ones last, by publication. With a bound,
//   undated ones are left out.
// params:
//   entity_id: string
//   since: string?   first day, inclusive
//   until: string?   last day, inclusive
//   after_key: string
//   after_id: string
//   limit: integer   rows, 1 or more
// returns:
//   claim_id: string
//   timeline_key: string
MATCH (e:Entity {id: $entity_id})<-[:SUBJECT|OBJECT]-(c:Claim)
WHERE (c.timeline_key > $after_key OR (c.timeline_key = $after_key AND c.id > $after_id))
  AND ($since IS NULL OR coalesce(c.date_end, c.date_start) >= $since)
  AND ($until IS NULL OR coalesce(c.date_start, c.date_end) <= $until)
RETURN DISTINCT c.id AS claim_id, c.timeline_key AS timeline_key
ORDER BY timeline_key, claim_id
LIMIT $limit

// name: releases
// what: Ids of claims by which an organization or person released something, newest first: by the date told,
//   or else that of publication. The claim has no label here: the embedded engine would start from all releases.
// params:
//   entity_id: string
//   factuality: string?
//   since: string?   first day, inclusive
//   until: string?   last day, inclusive
//   after_key: string
//   after_id: string
//   limit: integer   rows, 1 or more
// returns:
//   claim_id: string
//   recency_key: string
MATCH (e:Entity {id: $entity_id})<-[:SUBJECT]-(c)
WHERE c.predicate = 'RELEASED'
  AND ($factuality IS NULL OR c.factuality = $factuality)
  AND ($since IS NULL OR coalesce(c.date_end, c.date_start, c.published) >= $since)
  AND ($until IS NULL OR coalesce(c.date_start, c.date_end, c.published) <= $until)
  AND (c.recency_key < $after_key OR (c.recency_key = $after_key AND c.id > $after_id))
RETURN c.id AS claim_id, c.recency_key AS recency_key
ORDER BY recency_key DESC, claim_id
LIMIT $limit

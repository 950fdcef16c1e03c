// name: judgements
// what: Judgements in order of their ids.
// params:
//   after_id: string
//   limit: integer
// returns:
//   id: string
//   verdict: string   same or different
//   merged_id: string
//   kept_id: string
//   decided_by: string
//   reason: string
//   score: float?
//   decided_at: string   when, in UTC
MATCH (j:Judgement)
WHERE j.id > $after_id
RETURN j.id AS id, j.verdict AS verdict, j.merged_id AS merged_id, j.kept_id AS kept_id, j.decided_by AS decided_by,
  j.reason AS reason, j.score AS score, j.decided_at AS decided_at
ORDER BY id
LIMIT $limit

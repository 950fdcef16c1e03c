// name: judgements_about
// what: Judgements that name any of these entities on either side, in any order.
// params:
//   ids: list<string>   entity ids
// returns:
//   id: string
//   verdict: string   same or different
//   merged_id: string
//   kept_id: string
//   decided_by: string
//   reason: string
//   score: float?
//   decided_at: string   when, in UTC
UNWIND $ids AS entity_id
MATCH (j:Judgement {merged_id: entity_id})
RETURN j.id AS id, j.verdict AS verdict, j.merged_id AS merged_id, j.kept_id AS kept_id, j.decided_by AS decided_by,
  j.reason AS reason, j.score AS score, j.decided_at AS decided_at
UNION
UNWIND $ids AS entity_id
MATCH (j:Judgement {kept_id: entity_id})
RETURN j.id AS id, j.verdict AS verdict, j.merged_id AS merged_id, j.kept_id AS kept_id, j.decided_by AS decided_by,
  j.reason AS reason, j.score AS score, j.decided_at AS decided_at

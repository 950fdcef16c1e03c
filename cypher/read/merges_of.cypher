// name: merges_of
// what: Into what entities were merged by judgement, one step.
// params:
//   ids: list<string>   entity ids
// returns:
//   merged_id: string
//   kept_id: string
UNWIND $ids AS id
MATCH (j:Judgement {merged_id: id})
WHERE j.verdict = 'same'
RETURN j.merged_id AS merged_id, j.kept_id AS kept_id
ORDER BY merged_id

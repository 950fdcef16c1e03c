// name: set_decided_at
// what: When judgements were taken, for those read back from a backup.
// params:
//   rows: list<map>   id, at
// returns: none
UNWIND $rows AS row
MATCH (j:Judgement {id: row.id})
SET j.decided_at = row.at

// name: index_judgement_kept_id
// what: Judgements are found by either side.
// params: none
// returns: none
CREATE INDEX index_judgement_kept_id IF NOT EXISTS
FOR (n:Judgement) ON (n.kept_id)

// name: index_judgement_merged_id
// what: Where an entity went is found by its id.
// params: none
// returns: none
CREATE INDEX index_judgement_merged_id IF NOT EXISTS
FOR (n:Judgement) ON (n.merged_id)

// name: index_entity_merged_into
// what: The members of a merged entity are found by it.
// params: none
// returns: none
CREATE INDEX index_entity_merged_into IF NOT EXISTS
FOR (n:Entity) ON (n.merged_into)

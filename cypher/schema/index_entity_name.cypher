// name: index_entity_name
// what: Analysts start from names.
// params: none
// returns: none
CREATE INDEX index_entity_name IF NOT EXISTS
FOR (n:Entity) ON (n.name)

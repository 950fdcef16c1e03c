// name: unique_entity_id
// what: One node of the label Entity per id.
// params: none
// returns: none
CREATE CONSTRAINT unique_entity_id IF NOT EXISTS
FOR (n:Entity) REQUIRE n.id IS UNIQUE

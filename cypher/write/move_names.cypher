// name: move_names
// what: Lets what documents name lead elsewhere.
// params:
//   members: list<string>   ids as documents proposed them
//   from_id: string   where they lead now
//   to_id: string   where they shall lead
// returns: none
MATCH (a:Entity {id: $to_id})
MATCH (b:Entity {id: $from_id})<-[r:NAMES]-(d:Document)
WHERE r.entity_id IN $members
MERGE (d)-[n:NAMES {entity_id: r.entity_id}]->(a)
SET n.kind = r.kind, n.name = r.name, n.surface_forms = r.surface_forms, n.aliases = r.aliases,
  n.catalogued = r.catalogued, n.external_ids = r.external_ids
DELETE r

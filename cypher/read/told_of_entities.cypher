// name: told_of_entities
// what: What is asserted between entities, by the ids that documents gave them, whatever was merged since.
// params:
//   ids: list<string>   canonical ids
// returns:
//   subject_id: string   as the document has it
//   predicate: string
//   object_id: string   as the document has it
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[:SUBJECT|OBJECT]-(c:Claim)
WHERE c.factuality = 'asserted' AND c.object_id IS NOT NULL
RETURN DISTINCT c.subject_id AS subject_id, c.predicate AS predicate, c.object_id AS object_id
ORDER BY subject_id, predicate, object_id

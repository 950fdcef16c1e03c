// name: move_subjects
// what: Lets the claims about some proposed entities have another subject.
// params:
//   members: list<string>   ids as documents proposed them
//   from_id: string   where they lead now
//   to_id: string   where they shall lead
// returns: none
MATCH (a:Entity {id: $to_id})
MATCH (b:Entity {id: $from_id})<-[r:SUBJECT]-(c:Claim)
WHERE c.subject_id IN $members
MERGE (c)-[:SUBJECT]->(a)
DELETE r

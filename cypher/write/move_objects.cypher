// name: move_objects
// what: Lets the claims about some proposed entities have another object.
// params:
//   members: list<string>   ids as documents proposed them
//   from_id: string   where they lead now
//   to_id: string   where they shall lead
// returns: none
MATCH (a:Entity {id: $to_id})
MATCH (b:Entity {id: $from_id})<-[r:OBJECT]-(c:Claim)
WHERE c.object_id IN $members
MERGE (c)-[:OBJECT]->(a)
DELETE r

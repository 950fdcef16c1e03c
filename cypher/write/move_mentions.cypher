// name: move_mentions
// what: Lets the mentions of some proposed entities lead elsewhere.
// params:
//   members: list<string>   ids as documents proposed them
//   from_id: string   where they lead now
//   to_id: string   where they shall lead
// returns: none
MATCH (a:Entity {id: $to_id})
MATCH (b:Entity {id: $from_id})<-[r:MENTIONS]-(p:Passage)
WHERE r.entity_id IN $members
MERGE (p)-[m:MENTIONS {entity_id: r.entity_id, start_char: r.start_char, end_char: r.end_char}]->(a)
SET m.surface = r.surface
DELETE r

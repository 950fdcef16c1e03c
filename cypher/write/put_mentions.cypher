// name: put_mentions
// what: Spans of passages that name an entity.
// params:
//   rows: list<map>   passage_id, entity_id, canonical_id, start_char, end_char, surface
// returns: none
UNWIND $rows AS row
MATCH (p:Passage {id: row.passage_id})
MATCH (e:Entity {id: row.canonical_id})
CREATE (p)-[:MENTIONS {entity_id: row.entity_id, start_char: row.start_char, end_char: row.end_char,
  surface: row.surface}]->(e)

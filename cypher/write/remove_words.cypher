// name: remove_words
// what: Takes words from entities that are not called so any more.
// params:
//   rows: list<map>   entity_id, word
// returns: none
UNWIND $rows AS row
MATCH (e:Entity {id: row.entity_id})-[r:HAS_WORD]->(w:Word {id: row.word})
DELETE r

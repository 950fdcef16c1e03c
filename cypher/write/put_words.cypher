// name: put_words
// what: Words that entities did not have, of their names.
// params:
//   rows: list<map>   entity_id, word
// returns: none
UNWIND $rows AS row
MATCH (e:Entity {id: row.entity_id})
MERGE (w:Word {id: row.word})
CREATE (e)-[:HAS_WORD]->(w)

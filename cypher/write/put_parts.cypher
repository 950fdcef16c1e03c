// name: put_parts
// what: By what words are found.
// params:
//   rows: list<map>   word, parts
// returns: none
UNWIND $rows AS row
MATCH (w:Word {id: row.word})
UNWIND row.parts AS part
MERGE (p:Part {id: part})
CREATE (w)-[:HAS_PART]->(p)

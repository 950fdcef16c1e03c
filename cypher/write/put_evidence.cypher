// name: put_evidence
// what: The characters from which claims were read.
// params:
//   rows: list<map>   claim_id, passage_id, start_char, end_char, quote
// returns: none
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim_id})
MATCH (p:Passage {id: row.passage_id})
CREATE (c)-[:EVIDENCED_BY {start_char: row.start_char, end_char: row.end_char, quote: row.quote}]->(p)

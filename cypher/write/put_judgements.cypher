// name: put_judgements
// what: Judgements, with all their properties.
// params:
//   rows: list<map>   id, properties
// returns: none
UNWIND $rows AS row
MERGE (j:Judgement {id: row.id})
SET j = row.properties

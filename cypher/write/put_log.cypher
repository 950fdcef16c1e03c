// name: put_log
// what: What was done and when, apart from the graph itself.
// params:
//   rows: list<map>   id, properties
// returns: none
UNWIND $rows AS row
MERGE (l:LogEntry {id: row.id})
SET l = row.properties

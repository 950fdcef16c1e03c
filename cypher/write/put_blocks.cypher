// name: put_blocks
// what: The entities that share a key.
// params:
//   rows: list<map>   id, which is the key, and members
// returns: none
UNWIND $rows AS row
MERGE (b:Block {id: row.id})
SET b.members = row.members

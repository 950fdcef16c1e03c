// name: put_open_pairs
// what: Pairs that are left to a person.
// params:
//   rows: list<map>   id, left_id, right_id, found
// returns: none
UNWIND $rows AS row
MERGE (p:OpenPair {id: row.id})
SET p.left_id = row.left_id, p.right_id = row.right_id, p.found = row.found

// name: remove_blocks
// what: Takes away keys that no entity has any more.
// params:
//   ids: list<string>   keys
// returns: none
UNWIND $ids AS id
MATCH (b:Block {id: id})
DELETE b

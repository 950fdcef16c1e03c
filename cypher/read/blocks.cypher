// name: blocks
// what: The entities that share a key, so that they are worth comparing.
// params:
//   ids: list<string>   keys
// returns:
//   key: string
//   members: list<string>   entity ids
UNWIND $ids AS id
MATCH (b:Block {id: id})
RETURN b.id AS key, b.members AS members
ORDER BY key

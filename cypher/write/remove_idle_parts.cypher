// name: remove_idle_parts
// what: Takes away parts that no word has.
// params:
//   ids: list<string>   parts
// returns: none
UNWIND $ids AS id
MATCH (p:Part {id: id})
WHERE NOT (p)<-[:HAS_PART]-()
DELETE p

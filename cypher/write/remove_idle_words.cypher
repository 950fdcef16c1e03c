// name: remove_idle_words
// what: Takes away words that no entity has.
// params:
//   ids: list<string>   words
// returns: none
UNWIND $ids AS id
MATCH (w:Word {id: id})
WHERE NOT (w)<-[:HAS_WORD]-()
DETACH DELETE w

// name: idle_words
// what: Which of some words no entity has any more.
// params:
//   ids: list<string>   words
// returns:
//   word: string
UNWIND $ids AS id
MATCH (w:Word {id: id})
WHERE NOT (w)<-[:HAS_WORD]-()
RETURN w.id AS word
ORDER BY word

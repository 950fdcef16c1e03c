// name: known_words
// what: Which words some entity has.
// params:
//   ids: list<string>   words
// returns:
//   word: string
UNWIND $ids AS id
MATCH (w:Word {id: id})
RETURN w.id AS word
ORDER BY word

// name: entities
// what: The entities that hang on some words, those first that are mentioned most.
// params:
//   words: list<string>   see graph.store.words
//   after_mentions: integer
//   after_id: string
//   limit: integer   rows, 1 or more
// returns:
//   id: string
//   name: string
//   kind: string
//   aliases: list<string>
//   mentions: integer
//   documents: integer
//   first_seen: string?
//   last_seen: string?
UNWIND $words AS word
MATCH (:Word {id: word})<-[:HAS_WORD]-(e:Entity)
WITH DISTINCT e
WHERE e.mentions < $after_mentions OR (e.mentions = $after_mentions AND e.id > $after_id)
RETURN e.id AS id, e.name AS name, e.kind AS kind, e.aliases AS aliases, e.mentions AS mentions,
  e.documents AS documents, e.first_seen AS first_seen, e.last_seen AS last_seen
ORDER BY mentions DESC, id
LIMIT $limit

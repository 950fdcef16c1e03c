// name: count_entities_without_words
// what: How many entities `entities_without_words` finds.
// params: none
// returns:
//   entities: integer
MATCH (e:Entity)
WHERE size(e.search_text) > 2 AND NOT (e)-[:HAS_WORD]->()
RETURN count(e) AS entities

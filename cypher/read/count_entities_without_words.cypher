// name: count_entities_without_words
// what: How many entities `entities_without_words` finds.
// params: none
// returns:
//   entities: integer
MATCH (e:Entity)
WHERE e.merged_into IS NULL AND e.tally IS NOT NULL AND NOT (e)-[:HAS_WORD]->()
RETURN count(e) AS entities

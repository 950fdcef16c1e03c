// name: count_entities_never_compared
// what: How many entities `entities_never_compared` finds.
// params: none
// returns:
//   entities: integer
MATCH (e:Entity)
WHERE e.tally IS NOT NULL
  AND NOT EXISTS { MATCH (c:Changed {id: e.id}) }
  AND NOT EXISTS { MATCH (k:Compared {id: e.id}) }
RETURN count(e) AS entities

// name: count_entities
// what: How many entities there are of each kind; merged ones do not count.
// params: none
// returns:
//   kind: string
//   entities: integer
//   mentions: integer
MATCH (e:Entity)
WHERE e.merged_into IS NULL
RETURN e.kind AS kind, count(e) AS entities, sum(e.mentions) AS mentions
ORDER BY kind

// name: sources_with_several_current
// what: Sources of which not exactly one document is current.
// params: none
// returns:
//   source: string
//   current: integer
MATCH (d:Document)
WHERE d.source <> ''
WITH d.source AS source, sum(CASE WHEN d.current THEN 1 ELSE 0 END) AS current
WHERE current <> 1
RETURN source, current
ORDER BY source

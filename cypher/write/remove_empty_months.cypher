// name: remove_empty_months
// what: Takes away month nodes that no claim leads to.
// params:
//   ids: list<string>   months
// returns: none
UNWIND $ids AS id
MATCH (m:Month {id: id})
WHERE NOT (m)<-[:PUBLISHED_IN]-()
DELETE m

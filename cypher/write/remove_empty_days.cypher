// name: remove_empty_days
// what: Takes away day nodes on which no document was published.
// params:
//   ids: list<string>   days
// returns: none
UNWIND $ids AS id
MATCH (d:Day {id: id})
WHERE NOT (d)<-[:PUBLISHED_ON]-()
DELETE d

// name: remove_months
// what: Takes months away, which schema version 1 led to from claims.
// params:
//   ids: list<string>   months
// returns: none
UNWIND $ids AS id
MATCH (m:Month {id: id})
DETACH DELETE m

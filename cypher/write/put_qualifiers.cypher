// name: put_qualifiers
// what: The qualifiers of claims, each a property of its own.
// params:
//   rows: list<map>   claim_id, properties
// returns: none
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim_id})
SET c += row.properties

// name: put_months
// what: Anchors for 'latest' and 'since': the month in which a claim was published.
// params:
//   rows: list<map>   claim_id, month
// returns: none
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim_id})
MERGE (m:Month {id: row.month})
MERGE (c)-[:PUBLISHED_IN]->(m)

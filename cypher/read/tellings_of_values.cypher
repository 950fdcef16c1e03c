// name: tellings_of_values
// what: How the claims of subjects that have a value for an object are told, whatever their factuality.
// params:
//   ids: list<string>   entity ids
// returns:
//   subject_id: string
//   predicate: string
//   value: string
//   claim_id: string
//   document_id: string
//   published: string?
//   factuality: string
//   date: string?
//   quote: string   of the evidence; of several the first in the order of the alphabet
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[:SUBJECT]-(c:Claim)-[evidence:EVIDENCED_BY]->(:Passage)
WHERE c.value IS NOT NULL
RETURN id AS subject_id, c.predicate AS predicate, c.value AS value, c.id AS claim_id, c.document_id AS document_id,
  c.published AS published, c.factuality AS factuality, c.date AS date, min(evidence.quote) AS quote
ORDER BY subject_id, claim_id

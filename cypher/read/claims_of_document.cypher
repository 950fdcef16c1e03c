// name: claims_of_document
// what: The claims of a document as it proposed them, each with its evidence.
// params:
//   document_id: string
// returns:
//   id: string
//   predicate: string
//   subject_id: string   as proposed
//   subject_surface: string
//   object_id: string?   as proposed
//   object_surface: string?
//   value: string?
//   date: string?   EDTF
//   date_start: string?
//   date_end: string?
//   date_precision: string?
//   factuality: string
//   cue: string
//   confidence: float
//   rule: string
//   qualifier_names: list<string>
//   qualifier_values: list<string>   in the order of the names
//   edge_key: string?   of claims between two entities
//   evidence: list<map>   passage_id, start_char, end_char, quote
MATCH (c:Claim {document_id: $document_id})-[v:EVIDENCED_BY]->(p:Passage)
WITH c, v, p
ORDER BY p.id, v.start_char, v.end_char
WITH c, collect({passage_id: p.id, start_char: v.start_char, end_char: v.end_char, quote: v.quote}) AS evidence
RETURN c.id AS id, c.predicate AS predicate, c.subject_id AS subject_id, c.subject_surface AS subject_surface,
  c.object_id AS object_id, c.object_surface AS object_surface, c.value AS value, c.date AS date,
  c.date_start AS date_start, c.date_end AS date_end, c.date_precision AS date_precision, c.factuality AS factuality,
  c.cue AS cue, c.confidence AS confidence, c.rule AS rule, c.qualifier_names AS qualifier_names,
  c.qualifier_values AS qualifier_values,
  c.edge_key AS edge_key, evidence
ORDER BY id

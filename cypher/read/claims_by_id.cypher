// name: claims_by_id
// what: Claims with their ends and the sentences they were read from.
// params:
//   ids: list<string>   claim ids
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
//   published: string?
//   document_id: string
//   subject_entity_id: string   canonical
//   subject_name: string
//   subject_kind: string
//   object_entity_id: string?   canonical
//   object_name: string?
//   object_kind: string?
//   evidence: list<map>   document_title, source, passage_id, passage, quote, start_char, end_char
UNWIND $ids AS id
MATCH (c:Claim {id: id})-[:SUBJECT]->(s:Entity)
MATCH (c)-[v:EVIDENCED_BY]->(p:Passage)-[:PART_OF_DOCUMENT]->(d:Document)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
WITH c, s, o, v, p, d
ORDER BY p.id, v.start_char, v.end_char
WITH c, s, o, collect({document_title: d.name, source: d.source, passage_id: p.id, passage: p.text, quote: v.quote,
  start_char: v.start_char, end_char: v.end_char}) AS evidence
RETURN c.id AS id, c.predicate AS predicate, c.subject_id AS subject_id, c.subject_surface AS subject_surface,
  c.object_id AS object_id, c.object_surface AS object_surface, c.value AS value, c.date AS date,
  c.date_start AS date_start, c.date_end AS date_end, c.date_precision AS date_precision, c.factuality AS factuality,
  c.cue AS cue, c.confidence AS confidence, c.rule AS rule, c.qualifier_names AS qualifier_names,
  c.qualifier_values AS qualifier_values,
  c.published AS published, c.document_id AS document_id, s.id AS subject_entity_id, s.name AS subject_name,
  s.kind AS subject_kind, o.id AS object_entity_id, o.name AS object_name, o.kind AS object_kind, evidence
ORDER BY id

// name: put_claims
// what: Claims that are not there yet, with their subjects; their qualifiers are properties that `put_qualifiers` sets.
// params:
//   rows: list<map>   canonical_id (of the subject), and the properties by their names
// returns: none
UNWIND $rows AS row
MATCH (e:Entity {id: row.canonical_id})
CREATE (c:Claim {id: row.id, predicate: row.predicate, subject_id: row.subject_id,
  subject_surface: row.subject_surface, object_id: row.object_id, object_surface: row.object_surface,
  value: row.value, factuality: row.factuality, cue: row.cue, confidence: row.confidence, rule: row.rule,
  date: row.date, date_start: row.date_start, date_end: row.date_end, date_precision: row.date_precision,
  qualifier_names: row.qualifier_names, qualifier_values: row.qualifier_values, document_id: row.document_id,
  published: row.published, outlet: row.outlet, edge_key: row.edge_key, plan_key: row.plan_key,
  timeline_key: row.timeline_key, recency_key: row.recency_key})
CREATE (c)-[:SUBJECT]->(e)

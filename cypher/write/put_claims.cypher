// name: put_claims
// what: Claims that are not there yet, with their subjects; their qualifiers are properties that `put_qualifiers` sets.
// params:
//   rows: list<map>   canonical_id (of the subject), and the properties by their names
// returns: none
UNWIND $rows AS row
MATCH (e:Entity {id: row.canonical_id})
// Set, not created: after a crash the embedded engine refuses to create a property that no node has had yet.
CREATE (c:Claim {id: row.id})
SET c.predicate = row.predicate, c.subject_id = row.subject_id, c.subject_surface = row.subject_surface,
  c.object_id = row.object_id, c.object_surface = row.object_surface, c.value = row.value,
  c.factuality = row.factuality, c.cue = row.cue, c.confidence = row.confidence, c.rule = row.rule, c.date = row.date,
  c.date_start = row.date_start, c.date_end = row.date_end, c.date_precision = row.date_precision,
  c.qualifier_names = row.qualifier_names, c.qualifier_values = row.qualifier_values,
  c.document_id = row.document_id, c.published = row.published, c.outlet = row.outlet, c.edge_key = row.edge_key,
  c.plan_key = row.plan_key, c.timeline_key = row.timeline_key, c.recency_key = row.recency_key
CREATE (c)-[:SUBJECT]->(e)

// name: mentions_of_document
// what: The mentions of a document in reading order.
// params:
//   document_id: string
// returns:
//   passage_id: string
//   entity_id: string   as proposed
//   surface: string
//   start_char: integer
//   end_char: integer
MATCH (d:Document {id: $document_id})<-[:PART_OF_DOCUMENT]-(p:Passage)-[m:MENTIONS]->(e:Entity)
RETURN p.id AS passage_id, m.entity_id AS entity_id, m.surface AS surface, m.start_char AS start_char,
  m.end_char AS end_char
ORDER BY passage_id, start_char, end_char, entity_id

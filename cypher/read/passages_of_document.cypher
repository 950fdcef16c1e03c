// name: passages_of_document
// what: The passages of a document in reading order.
// params:
//   document_id: string
// returns:
//   id: string
//   position: integer
//   text: string
//   start_char: integer
//   end_char: integer
//   section: string
//   role: string
MATCH (d:Document {id: $document_id})<-[:PART_OF_DOCUMENT]-(p:Passage)
RETURN p.id AS id, p.position AS position, p.text AS text, p.start_char AS start_char, p.end_char AS end_char,
  p.section AS section, p.role AS role
ORDER BY position, id

// name: meta
// what: A fact about the graph itself.
// params:
//   id: string
// returns:
//   value: string?
MATCH (m:Meta {id: $id})
RETURN m.value AS value

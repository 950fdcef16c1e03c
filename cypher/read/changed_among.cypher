// name: changed_among
// what: Of some entities, those of which something changed since entities were last compared.
// params:
//   ids: list<string>   entity ids
// returns:
//   entity_id: string
UNWIND $ids AS id
MATCH (c:Changed {id: id})
RETURN c.id AS entity_id
ORDER BY entity_id

// name: open_pairs
// what: Pairs of entities that are left to a person, likeliest first.
// params:
//   after_id: string
//   limit: integer   rows, 1 or more
// returns:
//   id: string   where the pair stands in the list
//   left_id: string
//   right_id: string
//   found: string   JSON
MATCH (p:OpenPair)
WHERE p.id > $after_id
RETURN p.id AS id, p.left_id AS left_id, p.right_id AS right_id, p.found AS found
ORDER BY id
LIMIT $limit

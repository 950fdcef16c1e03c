// name: index_open_pair_left_id
// what: Pairs left to a person are found by either side.
// params: none
// returns: none
CREATE INDEX index_open_pair_left_id IF NOT EXISTS
FOR (n:OpenPair) ON (n.left_id)

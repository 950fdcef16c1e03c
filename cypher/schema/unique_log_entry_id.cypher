// name: unique_log_entry_id
// what: One node of the label LogEntry per id.
// params: none
// returns: none
CREATE CONSTRAINT unique_log_entry_id IF NOT EXISTS
FOR (n:LogEntry) REQUIRE n.id IS UNIQUE

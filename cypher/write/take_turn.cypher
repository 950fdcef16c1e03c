// name: take_turn
// what: Waits until no other transaction writes: setting a property locks its node until the end of the transaction.
// params: none
// returns: none
MERGE (m:Meta {id: 'writer'})
SET m.value = 'locked by the transaction that writes'

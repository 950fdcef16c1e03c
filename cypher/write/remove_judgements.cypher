// name: remove_judgements
// what: Takes judgements back.
// params:
//   ids: list<string>   judgement ids
// returns: none
UNWIND $ids AS id
MATCH (j:Judgement {id: id})
DETACH DELETE j

// name: decision_by_id(id)
// returns: document, line
// One decision.
MATCH (d:Decision {id: $id})
RETURN d.document AS document, d.line AS line

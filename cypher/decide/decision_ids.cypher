// name: decision_ids()
// returns: id
// The ids of all decisions.
MATCH (d:Decision)
RETURN d.id AS id ORDER BY id

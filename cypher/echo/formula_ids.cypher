// name: formula_ids()
// returns: id
// Every formula.
MATCH (f:Formula)
RETURN f.id AS id ORDER BY id

// name: loose_formulas()
// returns: id
// Formulas that stand nowhere.
MATCH (f:Formula)
WHERE NOT (f)<-[:SHARES]-()
RETURN f.id AS id ORDER BY id

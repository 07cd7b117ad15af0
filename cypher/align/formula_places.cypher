// name: formula_places()
// returns: formula, document, key, start, end
// Every place of every formula.
MATCH (:Provision)-[r:SHARES]->(f:Formula)
RETURN f.id AS formula, r.document AS document, r.key AS key, r.start AS start, r.end AS end
ORDER BY formula, document, start, key

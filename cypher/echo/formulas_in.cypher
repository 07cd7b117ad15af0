// name: formulas_in(documents)
// returns: id, text, key, document, start, end, quote
// Where formulas stand in some documents.
MATCH (d:Document)-[:HAS_PROVISION]->(:Provision)-[r:SHARES]->(f:Formula) WHERE d.id IN $documents
RETURN f.id AS id, f.text AS text, r.key AS key, d.id AS document, r.start AS start, r.end AS end, r.quote AS quote
ORDER BY document, start, id

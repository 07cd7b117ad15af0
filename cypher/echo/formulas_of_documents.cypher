// name: formulas_of_documents(documents)
// returns: id, text, documents, provinces
// The formulas that stand in some documents, each with how many documents and provinces share it.
MATCH (d:Document)-[:HAS_PROVISION]->(:Provision)-[:SHARES]->(f:Formula) WHERE d.id IN $documents
WITH DISTINCT f
MATCH (m:Document)-[:HAS_PROVISION]->(:Provision)-[:SHARES]->(f)
RETURN f.id AS id, f.text AS text, count(DISTINCT m.id) AS documents, count(DISTINCT m.province) AS provinces
ORDER BY id

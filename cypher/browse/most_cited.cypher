// name: most_cited(limit)
// returns: key, citations, documents, provinces, synthetic
// The acts that most documents cite, acts naming themselves left out.
MATCH (doc:Document)-[:HAS_PROVISION]->(:Provision)-[r:CITES]->(d:Directive) WHERE r.relation <> 'self'
WITH d.key AS key, doc.id AS id, doc.province AS province, doc.synthetic AS composed, count(r) AS times
WITH key, sum(times) AS citations, count(id) AS documents, count(DISTINCT province) AS provinces,
     sum(CASE WHEN composed THEN times ELSE 0 END) AS synthetic
RETURN key AS key, citations AS citations, documents AS documents, provinces AS provinces, synthetic AS synthetic
ORDER BY documents DESC, citations DESC, key LIMIT $limit

// name: most_cited(limit)
// returns: key, citations, documents, provinces, synthetic
// The acts that most documents cite, acts naming themselves left out; `synthetic` counts citations.
MATCH (doc:Document)-[:HAS_PROVISION]->(:Provision)-[r:CITES]->(d:Directive) WHERE r.relation <> 'self'
WITH d.key AS key, count(r) AS citations, count(DISTINCT r.document) AS documents,
     count(DISTINCT doc.province) AS provinces, sum(CASE WHEN doc.synthetic THEN 1 ELSE 0 END) AS synthetic
RETURN key AS key, citations AS citations, documents AS documents, provinces AS provinces, synthetic AS synthetic
ORDER BY documents DESC, citations DESC, key LIMIT $limit

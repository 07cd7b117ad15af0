// name: most_cited(limit)
// returns: key, citations, documents, provinces, synthetic
// The acts that most documents cite, acts naming themselves left out.
MATCH (:Provision)-[r:CITES]->(d:Directive) WHERE r.relation <> 'self'
MATCH (doc:Document {id: r.document})
WITH d, count(DISTINCT r.key) AS citations, count(DISTINCT doc.id) AS documents,
     count(DISTINCT doc.province) AS provinces, sum(CASE WHEN doc.synthetic THEN 1 ELSE 0 END) AS synthetic
RETURN d.key AS key, citations AS citations, documents AS documents, provinces AS provinces,
       synthetic AS synthetic
ORDER BY documents DESC, citations DESC, key LIMIT $limit

// name: citing_provinces(keys)
// returns: key, documents, provinces, synthetic
// From how many documents and provinces acts are cited.
MATCH (:Provision)-[r:CITES]->(d:Directive) WHERE d.key IN $keys AND r.relation <> 'self'
WITH d, r, r.document AS document
MATCH (doc:Document {id: document})
WITH d, count(DISTINCT doc.id) AS documents, count(DISTINCT doc.province) AS provinces,
     sum(CASE WHEN doc.synthetic THEN 1 ELSE 0 END) AS synthetic
RETURN d.key AS key, documents AS documents, provinces AS provinces, synthetic AS synthetic
ORDER BY key

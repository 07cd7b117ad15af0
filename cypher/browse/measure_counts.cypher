// name: measure_counts(measures)
// returns: id, provinces, documents, provisions, synthetic
// How many provinces, documents and provisions state some measures.
MATCH (v:Provision)-[r:ORDERS|AVOIDS|LIFTS|MENTIONS]->(m:Measure) WHERE m.id IN $measures
WITH m.id AS id, v.key AS provision, r.document AS document
MATCH (doc:Document {id: document})
RETURN id AS id, count(DISTINCT doc.province) AS provinces, count(DISTINCT document) AS documents,
       count(DISTINCT provision) AS provisions, sum(CASE WHEN doc.synthetic THEN 1 ELSE 0 END) AS synthetic
ORDER BY id

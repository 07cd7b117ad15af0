// name: days_of_province(province)
// returns: day, documents, synthetic
// How many documents a province has of each day, null where undated.
MATCH (doc:Document)-[:ISSUED_IN]->(:Province {code: $province})
WITH DISTINCT doc
RETURN doc.issued_on AS day, count(doc) AS documents, sum(CASE WHEN doc.synthetic THEN 1 ELSE 0 END) AS synthetic
ORDER BY day

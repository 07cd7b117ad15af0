// name: province_summaries(codes)
// returns: code, documents, acts, first_on, last_on, synthetic
// What is held of some provinces.
MATCH (doc:Document)-[:ISSUED_IN]->(p:Province) WHERE p.code IN $codes
RETURN p.code AS code, count(DISTINCT doc.id) AS documents, count(DISTINCT doc.act) AS acts,
       min(doc.issued_on) AS first_on, max(doc.issued_on) AS last_on,
       sum(CASE WHEN doc.synthetic THEN 1 ELSE 0 END) AS synthetic
ORDER BY code

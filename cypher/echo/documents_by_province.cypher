// name: documents_by_province()
// returns: code, name, documents, synthetic
// The denominator: every province in code order with the documents held of it.
MATCH (p:Province)
OPTIONAL MATCH (d:Document)-[:ISSUED_IN]->(p)
RETURN p.code AS code, p.name AS name, count(DISTINCT d.id) AS documents,
       sum(CASE WHEN d.synthetic THEN 1 ELSE 0 END) AS synthetic
ORDER BY code

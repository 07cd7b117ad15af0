// name: coverage_by_month()
// returns: code, month, documents
// Documents by province and month; month null where undated.
MATCH (d:Document)-[:ISSUED_IN]->(p:Province)
WITH p.code AS code, substring(d.issued_on, 0, 7) AS month, d.id AS id
RETURN code AS code, month AS month, count(DISTINCT id) AS documents
ORDER BY code, month

// name: measure_cells(provinces, measures, since, until)
// returns: province, measure, type, date, provisions, statements
// What provinces state of measures, by day: how many provisions and statements of each kind.
MATCH (doc:Document)-[:ISSUED_IN]->(p:Province) WHERE p.code IN $provinces
  AND ($since IS NULL OR doc.issued_on >= $since) AND ($until IS NULL OR doc.issued_on <= $until)
WITH DISTINCT doc, p.code AS province
MATCH (doc)-[:HAS_PROVISION]->(v:Provision)-[r:ORDERS|AVOIDS|LIFTS|MENTIONS]->(m:Measure)
WHERE $measures IS NULL OR m.id IN $measures
WITH province, m.id AS measure, type(r) AS type, doc.issued_on AS date, v.key AS provision, r.key AS statement
RETURN province AS province, measure AS measure, type AS type, date AS date, count(DISTINCT provision) AS provisions,
       count(statement) AS statements
ORDER BY province, measure, type, date

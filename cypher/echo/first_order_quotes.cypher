// name: first_order_quotes(rows, levels)
// returns: province, measure, key, document, quote, start, end, rule, basis, act, number, date, synthetic, level, place_basis
// The words of first orders: a row names province, measure and the day.
// A level not told is the province's where a person placed the document.
UNWIND $rows AS row
MATCH (doc:Document {issued_on: row.date})
MATCH (doc)-[i:ISSUED_IN]->(p:Province)
WHERE p.code = row.province AND coalesce(i.level, CASE WHEN i.basis = 'curated' THEN 'province' END) IN $levels
WITH row, doc, i, p
MATCH (doc)-[:HAS_PROVISION]->(:Provision)-[r:ORDERS]->(m:Measure) WHERE m.id = row.measure
RETURN p.code AS province, m.id AS measure, r.key AS key, doc.id AS document, r.quote AS quote, r.start AS start,
       r.end AS end, r.rule AS rule, r.basis AS basis, doc.act AS act, doc.number AS number, doc.issued_on AS date,
       doc.synthetic AS synthetic, coalesce(i.level, CASE WHEN i.basis = 'curated' THEN 'province' END) AS level, i.basis AS place_basis
ORDER BY province, measure, document, start

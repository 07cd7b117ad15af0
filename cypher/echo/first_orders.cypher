// name: first_orders(measures)
// returns: province, measure, level, first
// When each province first ordered some measures, by level; undated acts cannot tell.
// A level not told is the province's where a person placed the document.
MATCH (:Provision)-[r:ORDERS]->(m:Measure) WHERE m.id IN $measures
MATCH (doc:Document {id: r.document})-[i:ISSUED_IN]->(p:Province) WHERE doc.issued_on IS NOT NULL
RETURN p.code AS province, m.id AS measure, coalesce(i.level, CASE WHEN i.basis = 'curated' THEN 'province' END) AS level, min(doc.issued_on) AS first
ORDER BY province, measure, level

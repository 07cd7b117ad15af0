// name: first_orders(measures)
// returns: province, measure, level, first
// When each province first ordered some measures, by level; undated acts cannot tell.
// A level not told is the province's where a person placed the document.
MATCH (:Provision)-[r:ORDERS]->(m:Measure) WHERE m.id IN $measures
WITH m, r, r.document AS document
MATCH (doc:Document {id: document}) WHERE doc.issued_on IS NOT NULL
MATCH (doc)-[i:ISSUED_IN]->(p:Province)
WITH p.code AS province, m.id AS measure, doc.issued_on AS day,
     coalesce(i.level, CASE WHEN i.basis = 'curated' THEN 'province' END) AS level
RETURN province AS province, measure AS measure, level AS level, min(day) AS first
ORDER BY province, measure, level

// name: orders_of_province(province)
// returns: target, key, document, start, end, quote, rule, basis, act, number, date, central, synthetic, province, level, place_basis, issuer
// What a province's dated documents order, with the documents.
// A level not told is the province's where a person placed the document.
MATCH (doc:Document)-[i:ISSUED_IN]->(p:Province {code: $province}) WHERE doc.issued_on IS NOT NULL
WITH doc.id AS document, doc.act AS act, doc.number AS number, doc.issued_on AS date, doc.central AS central,
     doc.synthetic AS synthetic, p.code AS province, doc.issuer AS issuer,
     coalesce(i.level, CASE WHEN i.basis = 'curated' THEN 'province' END) AS level, i.basis AS place_basis
MATCH (:Document {id: document})-[:HAS_PROVISION]->(:Provision)-[r:ORDERS]->(m:Measure)
WITH m.id AS target, r.key AS key, document, r.start AS start, r.end AS end, r.quote AS quote, r.rule AS rule,
     r.basis AS basis, act, number, date, central, synthetic, province, level, place_basis, issuer
RETURN target, key, document, start, end, quote, rule, basis, act, number, date, central, synthetic, province,
       level, place_basis, issuer
ORDER BY target, date, document, start, key

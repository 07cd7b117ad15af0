// name: citations_of_acts(keys)
// returns: target, key, document, relation, quote, start, end, rule, basis, act, number, date, central, synthetic, province, level, place_basis
// Every citation of some acts, with the document that cites and where it was issued; acts naming themselves left out.
// A level not told is the province's where a person placed the document.
MATCH (:Provision)-[r:CITES]->(d:Directive) WHERE d.key IN $keys AND r.relation <> 'self'
WITH d, r, r.document AS document
MATCH (doc:Document {id: document}) WHERE doc.act <> d.key
OPTIONAL MATCH (doc)-[i:ISSUED_IN]->(p:Province)
RETURN d.key AS target, r.key AS key, doc.id AS document, r.relation AS relation, r.quote AS quote, r.start AS start,
       r.end AS end, r.rule AS rule, r.basis AS basis, doc.act AS act, doc.number AS number, doc.issued_on AS date,
       doc.central AS central, doc.synthetic AS synthetic, p.code AS province, coalesce(i.level, CASE WHEN i.basis = 'curated' THEN 'province' END) AS level, i.basis AS place_basis
ORDER BY target, document, start, key

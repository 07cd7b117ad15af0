// name: citations_of_acts(keys)
// returns: target, key, relation, document, start, end, quote, rule, basis, act, number, date, central, synthetic, province, level, place_basis, issuer
// Every citation of some acts, with the document that cites and where it was issued; acts naming themselves left out.
// A level not told is the province's where a person placed the document.
UNWIND $keys AS key
MATCH (d:Directive {key: key})<-[r:CITES]-(:Provision)<-[:HAS_PROVISION]-(doc:Document)
WHERE r.relation <> 'self' AND doc.act <> d.key
OPTIONAL MATCH (doc)-[i:ISSUED_IN]->(p:Province)
RETURN d.key AS target, r.key AS key, r.relation AS relation, doc.id AS document, r.start AS start, r.end AS end,
       r.quote AS quote, r.rule AS rule, r.basis AS basis, doc.act AS act, doc.number AS number,
       doc.issued_on AS date, doc.central AS central, doc.synthetic AS synthetic, p.code AS province,
       coalesce(i.level, CASE WHEN i.basis = 'curated' THEN 'province' END) AS level, i.basis AS place_basis,
       doc.issuer AS issuer
ORDER BY target, document, start, key

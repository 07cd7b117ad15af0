// name: citations_of_acts(keys)
// returns: target, key, relation, document, start, end, quote, rule, basis, act, number, date, central, synthetic, province, level, place_basis, issuer
// Every citation of some acts, with the document that cites and where it was issued; acts naming themselves left out.
// A level not told is the province's where a person placed the document. Plain values are ordered, not documents:
// the embedded engine would hold each one's text once a row.
UNWIND $keys AS key
MATCH (d:Directive {key: key})<-[r:CITES]-() WHERE r.relation <> 'self'
WITH d.key AS target, r.document AS document, collect(r) AS citations
MATCH (doc:Document {id: document}) WHERE doc.act <> target
OPTIONAL MATCH (doc)-[i:ISSUED_IN]->(p:Province)
WITH target, document, citations, doc.act AS act, doc.number AS number, doc.issued_on AS date,
     doc.central AS central, doc.synthetic AS synthetic, p.code AS province, doc.issuer AS issuer,
     coalesce(i.level, CASE WHEN i.basis = 'curated' THEN 'province' END) AS level, i.basis AS place_basis
UNWIND citations AS r
WITH target, r.key AS key, r.relation AS relation, document, r.start AS start, r.end AS end, r.quote AS quote,
     r.rule AS rule, r.basis AS basis, act, number, date, central, synthetic, province, level, place_basis, issuer
RETURN target, key, relation, document, start, end, quote, rule, basis, act, number, date, central, synthetic,
       province, level, place_basis, issuer
ORDER BY target, document, start, key

// name: reuses_of_act(act)
// returns: target, key, document, start, end, quote, rule, basis, source_document, source_quote, source_start, source_end, grade, score, act, number, date, central, synthetic, province, level, place_basis, issuer
// Every passage that reuses the wording of an act's documents.
// A level not told is the province's where a person placed the document.
MATCH (d:Directive {key: $act})<-[:TEXT_OF]-(source:Document)-[:HAS_PROVISION]->(:Provision)<-[r:REUSES]-(:Provision)<-[:HAS_PROVISION]-(doc:Document)
WHERE doc.act <> d.key
OPTIONAL MATCH (doc)-[i:ISSUED_IN]->(p:Province)
RETURN d.key AS target, r.key AS key, doc.id AS document, r.start AS start, r.end AS end, r.quote AS quote,
       r.rule AS rule, r.basis AS basis, source.id AS source_document, r.source_quote AS source_quote,
       r.source_start AS source_start, r.source_end AS source_end, r.grade AS grade, r.score AS score,
       doc.act AS act, doc.number AS number, doc.issued_on AS date, doc.central AS central,
       doc.synthetic AS synthetic, p.code AS province,
       coalesce(i.level, CASE WHEN i.basis = 'curated' THEN 'province' END) AS level, i.basis AS place_basis,
       doc.issuer AS issuer
ORDER BY document, start, source_start, key

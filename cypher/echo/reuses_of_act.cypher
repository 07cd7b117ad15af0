// name: reuses_of_act(documents, act)
// returns: key, document, quote, start, end, source_document, source_quote, source_start, source_end, grade, score, rule, basis, act, number, date, central, synthetic, province, level, place_basis
// Every passage that reuses the wording of an act's documents.
// A level not told is the province's where a person placed the document.
MATCH (source:Document)-[:HAS_PROVISION]->(s:Provision)<-[r:REUSES]-(:Provision) WHERE source.id IN $documents
WITH source, r, r.document AS document
MATCH (doc:Document {id: document}) WHERE doc.act <> $act
OPTIONAL MATCH (doc)-[i:ISSUED_IN]->(p:Province)
RETURN r.key AS key, doc.id AS document, r.quote AS quote, r.start AS start, r.end AS end,
       source.id AS source_document, r.source_quote AS source_quote, r.source_start AS source_start,
       r.source_end AS source_end, r.grade AS grade, r.score AS score, r.rule AS rule, r.basis AS basis,
       doc.act AS act, doc.number AS number, doc.issued_on AS date, doc.central AS central,
       doc.synthetic AS synthetic, p.code AS province, coalesce(i.level, CASE WHEN i.basis = 'curated' THEN 'province' END) AS level, i.basis AS place_basis
ORDER BY document, start, source_start, key

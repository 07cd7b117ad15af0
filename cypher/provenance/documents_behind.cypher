// name: documents_behind(ids)
// returns: id, act, number, date, doc_type, issuer, issuer_name, province, province_name, level, central, subject, synthetic, paths, source_url, retrieved_at, curated, private, text, number_basis, date_basis, province_basis
// The documents behind a statement: as they stand in a list, their texts whole, and what number, date and province rest on.
// One question and not three: provenance is asked for most often of all.
UNWIND $ids AS id
MATCH (d:Document {id: id})
OPTIONAL MATCH (d)-[:ISSUED_BY]->(b:Body)
WITH d, min(b.name) AS issuer_name
OPTIONAL MATCH (d)-[i:ISSUED_IN]->(p:Province)
WITH d, issuer_name, min(p.name) AS province_name, min(i.basis) AS province_basis
OPTIONAL MATCH (d)-[t:TEXT_OF]->(:Directive)
WITH d, issuer_name, province_name, province_basis, min(t.number_basis) AS number_basis,
     min(t.date_basis) AS date_basis
RETURN d.id AS id, d.act AS act, d.number AS number, d.issued_on AS date, d.doc_type AS doc_type,
       d.issuer AS issuer, issuer_name AS issuer_name, d.province AS province, province_name AS province_name,
       d.level AS level, d.central AS central, d.subject AS subject, d.synthetic AS synthetic, d.paths AS paths,
       d.source_url AS source_url, d.retrieved_at AS retrieved_at, d.curated AS curated,
       d.private AS private, d.text AS text,
       number_basis AS number_basis, date_basis AS date_basis, province_basis AS province_basis
ORDER BY id

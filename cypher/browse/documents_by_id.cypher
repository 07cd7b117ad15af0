// name: documents_by_id(ids)
// returns: id, act, number, date, doc_type, issuer, issuer_name, province, province_name, level, central, subject, synthetic, paths, source_url, retrieved_at, curated, private
// Documents as they stand in a list.
// The embedded store looks through all documents for an IN with an OPTIONAL MATCH behind it.
UNWIND $ids AS id
MATCH (d:Document {id: id})
OPTIONAL MATCH (d)-[:ISSUED_BY]->(b:Body)
WITH d, min(b.name) AS issuer_name
OPTIONAL MATCH (d)-[:ISSUED_IN]->(p:Province)
WITH d, issuer_name, min(p.name) AS province_name
RETURN d.id AS id, d.act AS act, d.number AS number, d.issued_on AS date, d.doc_type AS doc_type,
       d.issuer AS issuer, issuer_name AS issuer_name, d.province AS province, province_name AS province_name,
       d.level AS level, d.central AS central, d.subject AS subject, d.synthetic AS synthetic, d.paths AS paths,
       d.source_url AS source_url, d.retrieved_at AS retrieved_at, d.curated AS curated, d.private AS private
ORDER BY id

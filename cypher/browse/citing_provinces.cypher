// name: citing_provinces(keys)
// returns: key, documents, provinces, synthetic
// From how many documents and provinces acts are cited.
// By the path, not by r.document: a look-up for each citation takes the embedded store thirty times as long.
MATCH (doc:Document)-[:HAS_PROVISION]->(:Provision)-[r:CITES]->(d:Directive)
WHERE d.key IN $keys AND r.relation <> 'self'
WITH DISTINCT d.key AS key, doc.id AS id, doc.province AS province, doc.synthetic AS composed
RETURN key AS key, count(id) AS documents, count(DISTINCT province) AS provinces,
       sum(CASE WHEN composed THEN 1 ELSE 0 END) AS synthetic
ORDER BY key

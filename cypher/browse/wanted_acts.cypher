// name: wanted_acts(province, issuer, doc_type, since, until, central, newest)
// returns: key, citations, documents, provinces, synthetic
// The fetch list: acts cited whose text is not held, those first that most provinces cite. Citations count that
// stand in documents of a province, where one is asked for, and in documents that came not after a run.
MATCH (doc:Document)-[:HAS_PROVISION]->(:Provision)-[r:CITES]->(d:Directive)
WHERE NOT coalesce(d.held, false) AND r.relation <> 'self'
  AND ($issuer IS NULL OR d.issuer = $issuer) AND ($doc_type IS NULL OR d.doc_type = $doc_type)
  AND ($since IS NULL OR d.date >= $since) AND ($until IS NULL OR d.date <= $until)
  AND ($central IS NULL OR (d.province IS NULL) = $central)
  AND ($province IS NULL OR doc.province = $province) AND ($newest IS NULL OR doc.first_run <= $newest)
WITH d.key AS key, count(r) AS citations, count(DISTINCT r.document) AS documents,
     count(DISTINCT doc.province) AS provinces, sum(CASE WHEN doc.synthetic THEN 1 ELSE 0 END) AS synthetic
RETURN key AS key, citations AS citations, documents AS documents, provinces AS provinces, synthetic AS synthetic
ORDER BY provinces DESC, documents DESC, citations DESC, key

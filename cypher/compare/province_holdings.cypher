// name: province_holdings(provinces, since, until)
// returns: code, documents, undated, synthetic
// The denominator: documents of some provinces within dates; undated ones apart, within no dates.
MATCH (doc:Document)-[:ISSUED_IN]->(p:Province) WHERE p.code IN $provinces
WITH p.code AS code, doc.issued_on AS day, doc.synthetic AS synthetic,
     CASE WHEN doc.issued_on IS NULL THEN $since IS NULL AND $until IS NULL
          ELSE ($since IS NULL OR doc.issued_on >= $since) AND ($until IS NULL OR doc.issued_on <= $until) END AS within
RETURN code AS code, sum(CASE WHEN within THEN 1 ELSE 0 END) AS documents,
       sum(CASE WHEN day IS NULL THEN 1 ELSE 0 END) AS undated,
       sum(CASE WHEN within AND synthetic THEN 1 ELSE 0 END) AS synthetic
ORDER BY code

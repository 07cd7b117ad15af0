// name: act_citations(keys)
// returns: key, number, date, doc_type, issuer, times
// What citations say of acts that are neither held nor catalogued, and how often.
MATCH (d:Directive) WHERE d.key IN $keys AND d.catalogue_doc_type IS NULL
  AND NOT EXISTS { (d)<-[:TEXT_OF]-() }
MATCH ()-[r:CITES]->(d)
RETURN d.key AS key, r.number AS number, r.date AS date, r.doc_type AS doc_type, r.issuer AS issuer,
       count(r) AS times

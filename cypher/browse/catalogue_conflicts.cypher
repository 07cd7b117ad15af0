// name: catalogue_conflicts(keys)
// returns: key, field, catalogue, said, by, times, statement
// Where texts and citations say another date or issuer of some acts than the catalogue does: what they say, how
// often, and one statement that says so. A year alone conflicts with another year only.
MATCH (d:Directive)<-[r:TEXT_OF]-(:Document)
WHERE d.key IN $keys AND d.catalogue_date IS NOT NULL AND NOT d.catalogue_date STARTS WITH r.date
RETURN d.key AS key, 'date' AS field, d.catalogue_date AS catalogue, r.date AS said, 'text' AS by,
       count(r) AS times, min(r.key) AS statement
UNION ALL
MATCH (d:Directive)<-[r:TEXT_OF]-(:Document)
WHERE d.key IN $keys AND d.catalogue_issuer <> r.issuer
RETURN d.key AS key, 'issuer' AS field, d.catalogue_issuer AS catalogue, r.issuer AS said, 'text' AS by,
       count(r) AS times, min(r.key) AS statement
UNION ALL
MATCH (d:Directive)<-[r:CITES]-(:Provision)
WHERE d.key IN $keys AND d.catalogue_date IS NOT NULL AND r.relation <> 'self'
  AND NOT d.catalogue_date STARTS WITH r.date
RETURN d.key AS key, 'date' AS field, d.catalogue_date AS catalogue, r.date AS said, 'citation' AS by,
       count(r) AS times, min(r.key) AS statement
UNION ALL
MATCH (d:Directive)<-[r:CITES]-(:Provision)
WHERE d.key IN $keys AND r.relation <> 'self' AND d.catalogue_issuer <> r.issuer
RETURN d.key AS key, 'issuer' AS field, d.catalogue_issuer AS catalogue, r.issuer AS said, 'citation' AS by,
       count(r) AS times, min(r.key) AS statement

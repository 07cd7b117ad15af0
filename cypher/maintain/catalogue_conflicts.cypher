// name: catalogue_conflicts(keys)
// returns: key, date, issuer, said_date, said_issuer, by, times, statement
// Where texts and citations say another date or issuer of some acts than the catalogue does (`date`, `issuer`): what
// they say, how often, and one statement that says so. A year alone conflicts with another year only.
MATCH (d:Directive)<-[r:TEXT_OF]-(:Document)
WHERE d.key IN $keys AND (NOT d.catalogue_date STARTS WITH r.date OR d.catalogue_issuer <> r.issuer)
RETURN d.key AS key, d.catalogue_date AS date, d.catalogue_issuer AS issuer, r.date AS said_date,
       r.issuer AS said_issuer, 'text' AS by, count(r) AS times, min(r.key) AS statement
UNION ALL
MATCH (d:Directive)<-[r:CITES]-(:Provision)
WHERE d.key IN $keys AND r.relation <> 'self'
  AND (NOT d.catalogue_date STARTS WITH r.date OR d.catalogue_issuer <> r.issuer)
RETURN d.key AS key, d.catalogue_date AS date, d.catalogue_issuer AS issuer, r.date AS said_date,
       r.issuer AS said_issuer, 'citation' AS by, count(r) AS times, min(r.key) AS statement

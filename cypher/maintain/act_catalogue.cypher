// name: act_catalogue(keys)
// returns: key, number, date, doc_type, issuer, issuer_name
// What the catalogue says of some acts.
MATCH (d:Directive) WHERE d.key IN $keys AND d.catalogue_doc_type IS NOT NULL
RETURN d.key AS key, d.catalogue_number AS number, d.catalogue_date AS date, d.catalogue_doc_type AS doc_type,
       d.catalogue_issuer AS issuer, d.catalogue_issuer_name AS issuer_name

// name: citation_counts(keys)
// returns: key, relation, citations, documents
// How often acts are cited, by relation; acts naming themselves left out.
MATCH (:Provision)-[r:CITES]->(d:Directive) WHERE d.key IN $keys AND r.relation <> 'self'
RETURN d.key AS key, r.relation AS relation, count(r) AS citations, count(DISTINCT r.document) AS documents
ORDER BY key, relation

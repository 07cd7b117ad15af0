// name: directives_of_province(code)
// returns: key, citations, documents
// The acts that a province's documents cite, the most cited first; acts naming themselves left out.
MATCH (doc:Document)-[:ISSUED_IN]->(p:Province {code: $code})
MATCH (doc)-[:HAS_PROVISION]->(:Provision)-[r:CITES]->(d:Directive) WHERE r.relation <> 'self'
RETURN d.key AS key, count(r) AS citations, count(DISTINCT doc.id) AS documents
ORDER BY documents DESC, citations DESC, key

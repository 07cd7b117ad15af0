// name: directives_count(issuer, doc_type, since, until, held, central, cited)
// returns: total
// How many acts a list holds.
MATCH (d:Directive)
WHERE ($issuer IS NULL OR d.issuer = $issuer) AND ($doc_type IS NULL OR d.doc_type = $doc_type)
  AND ($since IS NULL OR d.date >= $since) AND ($until IS NULL OR d.date <= $until)
  AND ($held IS NULL OR d.held = $held) AND ($central IS NULL OR (d.province IS NULL) = $central)
  AND ($cited IS NULL OR ($cited AND EXISTS { MATCH (d)<-[r:CITES]-(:Provision) WHERE r.relation <> 'self' })
       OR (NOT $cited AND NOT EXISTS { MATCH (d)<-[r:CITES]-(:Provision) WHERE r.relation <> 'self' }))
RETURN count(d) AS total

// name: first_citations(keys)
// returns: target, document, start, end, quote
// For each of some acts a citation of it, the first by document and place; acts naming themselves left out.
MATCH (:Provision)-[r:CITES]->(d:Directive) WHERE d.key IN $keys AND r.relation <> 'self'
WITH d, r ORDER BY r.document, r.start, r.key
WITH d, collect({document: r.document, start: r.start, end: r.end, quote: r.quote})[0] AS first
RETURN d.key AS target, first.document AS document, first.start AS start, first.end AS end, first.quote AS quote
ORDER BY target

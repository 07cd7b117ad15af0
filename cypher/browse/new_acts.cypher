// name: new_acts(since)
// returns: kind, key, run, document, statement
// Acts cited by documents that came since a moment and by none that was here before; each with its first citation,
// by run, document and place. The least of joined values, not a sorted list: a store has acts that thousands cite.
MATCH (doc:Document)-[:HAS_PROVISION]->(:Provision)-[r:CITES]->(a:Directive) WHERE r.relation <> 'self'
WITH a.key AS key, min(doc.first_run + ' ' + doc.id + ' ' + toString(1000000000 + r.start) + ' ' + r.key) AS first
WHERE first >= $since
WITH key, split(first, ' ') AS parts
RETURN '2' AS kind, key AS key, parts[0] AS run, parts[1] AS document, parts[3] AS statement
ORDER BY key

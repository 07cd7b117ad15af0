// name: statements_at(spans)
// returns: document, source, type, to, target, props
// All that stands in the graph of some words: what they state, and what was rejected of it.
UNWIND $spans AS span
MATCH (d:Document {id: span.document})-[:HAS_PROVISION]->(p:Provision)-[r]->(t)
WHERE r.key IS NOT NULL AND r.start = span.start AND r.end = span.end
RETURN d.id AS document, p.key AS source, type(r) AS type, labels(t)[0] AS to,
       coalesce(t.key, t.id, t.code) AS target, properties(r) AS props
UNION ALL
UNWIND $spans AS span
MATCH (d:Document {id: span.document})-[r:ADDRESSED_TO|SENT_TO|REJECTED]->(t)
WHERE r.start = span.start AND r.end = span.end
RETURN d.id AS document, d.id AS source, type(r) AS type, labels(t)[0] AS to,
       coalesce(t.key, t.id, t.code) AS target, properties(r) AS props

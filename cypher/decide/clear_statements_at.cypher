// name: clear_statements_at(spans)
// Takes away what some words state in provisions, before it is written anew.
UNWIND $spans AS span
MATCH (d:Document {id: span.document})-[:HAS_PROVISION]->(:Provision)-[r]->()
WHERE r.key IS NOT NULL AND r.start = span.start AND r.end = span.end
DELETE r

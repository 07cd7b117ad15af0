// name: clear_reuses(documents, sources)
// Takes away what some documents reuse of some others.
MATCH (d:Document)-[:HAS_PROVISION]->(:Provision)-[r:REUSES|REJECTED]->(:Provision)
WHERE d.id IN $documents AND r.source_document IN $sources
DELETE r

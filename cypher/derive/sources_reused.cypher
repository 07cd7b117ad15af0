// name: sources_reused(ids)
// returns: key
// The acts whose wording some documents reuse.
MATCH (d:Document) WHERE d.id IN $ids
MATCH (d)-[:HAS_PROVISION]->(:Provision)-[:REUSES]->(:Provision)<-[:HAS_PROVISION]-(s:Document)
RETURN DISTINCT s.act AS key ORDER BY key

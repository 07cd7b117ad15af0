// name: applied_decisions(ids)
// returns: decision
// The decisions that stand on statements of some documents.
MATCH (d:Document)-[:HAS_PROVISION]->(:Provision)-[r]->() WHERE d.id IN $ids AND r.decision IS NOT NULL
RETURN r.decision AS decision
UNION
MATCH (d:Document)-[r]->() WHERE d.id IN $ids AND r.decision IS NOT NULL
RETURN r.decision AS decision

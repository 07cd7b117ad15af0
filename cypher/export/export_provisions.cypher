// name: export_provisions(ids)
// returns: key, parent, props
// The trees of some documents: each provision with the one that it lies in.
MATCH (d:Document)-[:HAS_PROVISION]->(p:Provision) WHERE d.id IN $ids
OPTIONAL MATCH (p)-[:PART_OF]->(q:Provision)
RETURN p.key AS key, q.key AS parent, properties(p) AS props

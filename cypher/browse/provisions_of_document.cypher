// name: provisions_of_document(id)
// returns: key, kind, label, start, end, parent
// The tree of a document, in order.
MATCH (:Document {id: $id})-[:HAS_PROVISION]->(p:Provision)
OPTIONAL MATCH (p)-[:PART_OF]->(parent:Provision)
RETURN p.key AS key, p.kind AS kind, p.label AS label, p.start AS start, p.end AS end, parent.key AS parent
ORDER BY p.position

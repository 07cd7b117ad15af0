// name: provisions_of_document(id)
// returns: key, kind, label, start, end, parent
// The tree of a document, in order.
// Plain values are sorted: rows that still hold their nodes would not fit in memory for a long document.
MATCH (:Document {id: $id})-[:HAS_PROVISION]->(p:Provision)
OPTIONAL MATCH (p)-[:PART_OF]->(parent:Provision)
WITH p.key AS key, p.kind AS kind, p.label AS label, p.start AS start, p.end AS end, parent.key AS parent,
     p.position AS position
RETURN key AS key, kind AS kind, label AS label, start AS start, end AS end, parent AS parent
ORDER BY position

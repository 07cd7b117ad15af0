// name: tree_of(id)
// returns: key, kind, start, end, parent
// A document's provisions in order, each with the key of the one it lies in.
MATCH (d:Document {id: $id})-[:HAS_PROVISION]->(p:Provision)
OPTIONAL MATCH (p)-[:PART_OF]->(parent:Provision)
RETURN p.key AS key, p.kind AS kind, p.start AS start, p.end AS end, parent.key AS parent
ORDER BY p.position

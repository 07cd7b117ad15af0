// name: tree_of(id)
// returns: text, kind, start, end, position, parent
// A document's provisions in order, each with the place of the one it lies in.
MATCH (d:Document {id: $id})-[:HAS_PROVISION]->(p:Provision)
OPTIONAL MATCH (p)-[:PART_OF]->(parent:Provision)
RETURN d.text AS text, p.kind AS kind, p.start AS start, p.end AS end, p.position AS position,
       parent.position AS parent
ORDER BY position

// name: acts_touched(ids)
// returns: key
// The acts that some documents are the text of or cite.
MATCH (d:Document) WHERE d.id IN $ids
MATCH (d)-[:HAS_PROVISION]->(:Provision)-[:CITES]->(a:Directive)
RETURN a.key AS key
UNION
MATCH (d:Document) WHERE d.id IN $ids
MATCH (d)-[:TEXT_OF]->(a:Directive)
RETURN a.key AS key

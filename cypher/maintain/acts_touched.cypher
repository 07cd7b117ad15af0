// name: acts_touched(ids)
// returns: key
// The acts that some documents are the text of, cite, or take wording from.
MATCH (d:Document) WHERE d.id IN $ids
MATCH (d)-[:HAS_PROVISION]->(:Provision)-[:CITES]->(a:Directive)
RETURN a.key AS key
UNION
MATCH (d:Document) WHERE d.id IN $ids
MATCH (d)-[:TEXT_OF]->(a:Directive)
RETURN a.key AS key
UNION
MATCH (d:Document) WHERE d.id IN $ids
MATCH (d)-[:HAS_PROVISION]->(:Provision)-[:REUSES]->(:Provision)<-[:HAS_PROVISION]-(s:Document)
RETURN s.act AS key

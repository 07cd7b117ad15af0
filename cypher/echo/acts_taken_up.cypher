// name: acts_taken_up(provinces)
// returns: key
// The acts that the documents of some provinces cite, or take wording from.
MATCH (doc:Document)-[:ISSUED_IN]->(p:Province) WHERE p.code IN $provinces
WITH DISTINCT doc
MATCH (doc)-[:HAS_PROVISION]->(:Provision)-[r:CITES]->(d:Directive) WHERE r.relation <> 'self'
RETURN d.key AS key
UNION
MATCH (doc:Document)-[:ISSUED_IN]->(p:Province) WHERE p.code IN $provinces
WITH DISTINCT doc
MATCH (doc)-[:HAS_PROVISION]->(:Provision)-[:REUSES]->(:Provision)<-[:HAS_PROVISION]-(s:Document)
RETURN s.act AS key

// name: acts_above(keys)
// returns: key
// The acts that the texts of some acts cite, or take wording from.
UNWIND $keys AS act
MATCH (:Directive {key: act})<-[:TEXT_OF]-(:Document)-[:HAS_PROVISION]->(:Provision)-[:CITES]->(d:Directive)
RETURN d.key AS key
UNION
UNWIND $keys AS act
MATCH (:Directive {key: act})<-[:TEXT_OF]-(:Document)-[:HAS_PROVISION]->(:Provision)-[:REUSES]->(:Provision)<-[:HAS_PROVISION]-(s:Document)
RETURN s.act AS key

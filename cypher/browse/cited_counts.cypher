// name: cited_counts()
// returns: cited, held
// How many acts are cited here, and of how many of them the text is held.
MATCH (:Provision)-[r:CITES]->(d:Directive) WHERE r.relation <> 'self'
WITH DISTINCT d
RETURN count(d) AS cited, sum(CASE WHEN d.held THEN 1 ELSE 0 END) AS held

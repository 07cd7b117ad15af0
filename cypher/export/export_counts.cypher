// name: export_counts()
// returns: type, count
// How many nodes and relationships of each kind there are: what an export must come to.
MATCH (n:Document) RETURN 'Document' AS type, count(n) AS count
UNION ALL MATCH (n:Provision) RETURN 'Provision' AS type, count(n) AS count
UNION ALL MATCH (n:Province) RETURN 'Province' AS type, count(n) AS count
UNION ALL MATCH (n:Body) RETURN 'Body' AS type, count(n) AS count
UNION ALL MATCH (n:Measure) RETURN 'Measure' AS type, count(n) AS count
UNION ALL MATCH (n:Directive) RETURN 'Directive' AS type, count(n) AS count
UNION ALL MATCH (n:Reference) RETURN 'Reference' AS type, count(n) AS count
UNION ALL MATCH (n:Formula) RETURN 'Formula' AS type, count(n) AS count
UNION ALL MATCH (n:Run) RETURN 'Run' AS type, count(n) AS count
UNION ALL MATCH (n:Decision) RETURN 'Decision' AS type, count(n) AS count
UNION ALL MATCH (n:EchoList) RETURN 'EchoList' AS type, count(n) AS count
UNION ALL MATCH (n:Tally) RETURN 'Tally' AS type, count(n) AS count
UNION ALL MATCH (:Document)-[r]->() RETURN type(r) AS type, count(r) AS count
UNION ALL MATCH (:Provision)-[r]->() RETURN type(r) AS type, count(r) AS count
UNION ALL MATCH (:Body)-[r]->() RETURN type(r) AS type, count(r) AS count
UNION ALL MATCH (:Province)-[r]->() RETURN type(r) AS type, count(r) AS count

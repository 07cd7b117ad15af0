// name: measures_of_province(province)
// returns: target, type, day, provisions, statements
// What a province's documents state of measures, by day: how many provisions and statements of each kind.
MATCH (doc:Document)-[:ISSUED_IN]->(:Province {code: $province})
WITH DISTINCT doc
MATCH (doc)-[:HAS_PROVISION]->(v:Provision)-[r:ORDERS|AVOIDS|LIFTS|MENTIONS]->(m:Measure)
WITH m.id AS target, type(r) AS type, doc.issued_on AS day, v.key AS provision, r.key AS statement
RETURN target AS target, type AS type, day AS day, count(DISTINCT provision) AS provisions,
       count(statement) AS statements
ORDER BY target, type, day

// name: bodies_of_province(province)
// returns: target, type, day, provisions, statements
// Whom a province's documents charge with tasks, by day; instances of a body count as that body.
MATCH (doc:Document)-[:ISSUED_IN]->(:Province {code: $province})
WITH DISTINCT doc
MATCH (doc)-[:HAS_PROVISION]->(v:Provision)-[r:ASSIGNS]->(b:Body)
WITH split(b.id, '~')[0] AS target, type(r) AS type, doc.issued_on AS day, v.key AS provision, r.key AS statement
RETURN target AS target, type AS type, day AS day, count(DISTINCT provision) AS provisions,
       count(statement) AS statements
ORDER BY target, type, day

// name: body_counts(ids)
// returns: id, instance_of, tasks, mentions
// How often some bodies are charged with tasks, and named at all.
MATCH (b:Body) WHERE b.id IN $ids
OPTIONAL MATCH (b)-[:INSTANCE_OF]->(c:Body)
WITH b, min(c.id) AS instance_of
MATCH (b)<-[r:ISSUED_BY|ADDRESSED_TO|SENT_TO|ASSIGNS|NAMES]-()
RETURN b.id AS id, instance_of AS instance_of, sum(CASE WHEN type(r) = 'ASSIGNS' THEN 1 ELSE 0 END) AS tasks,
       sum(CASE WHEN type(r) = 'ASSIGNS' THEN 0 ELSE 1 END) AS mentions
ORDER BY id

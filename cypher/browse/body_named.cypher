// name: body_named(id)
// returns: id, name, level, province, instance_of, instances, issued, addressed, received, tasks, named
// One body, its instances in the provinces, and how often documents name either, by what for.
MATCH (b:Body {id: $id})
OPTIONAL MATCH (b)-[:INSTANCE_OF]->(c:Body)
WITH b, min(c.id) AS instance_of
OPTIONAL MATCH (i:Body)-[:INSTANCE_OF]->(b)
WITH b, instance_of, collect(i) AS instances
WITH b, instance_of, instances, instances + [b] AS bodies
UNWIND bodies AS each
OPTIONAL MATCH (each)<-[r:ISSUED_BY|ADDRESSED_TO|SENT_TO|ASSIGNS|NAMES]-()
RETURN b.id AS id, b.name AS name, b.level AS level, b.province AS province, instance_of AS instance_of,
       size(instances) AS instances,
       sum(CASE WHEN type(r) = 'ISSUED_BY' THEN 1 ELSE 0 END) AS issued,
       sum(CASE WHEN type(r) = 'ADDRESSED_TO' THEN 1 ELSE 0 END) AS addressed,
       sum(CASE WHEN type(r) = 'SENT_TO' THEN 1 ELSE 0 END) AS received,
       sum(CASE WHEN type(r) = 'ASSIGNS' THEN 1 ELSE 0 END) AS tasks,
       sum(CASE WHEN type(r) = 'NAMES' THEN 1 ELSE 0 END) AS named

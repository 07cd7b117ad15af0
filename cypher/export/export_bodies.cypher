// name: export_bodies(after, limit)
// returns: key, props
// Bodies, a portion at a time, in order.
MATCH (n:Body) WHERE n.id > $after
WITH n.id AS key ORDER BY key LIMIT $limit
MATCH (m:Body {id: key})
RETURN key, properties(m) AS props

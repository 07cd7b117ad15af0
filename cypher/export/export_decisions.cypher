// name: export_decisions(after, limit)
// returns: key, props
// What people decided, a portion at a time, in order.
MATCH (n:Decision) WHERE n.id > $after
WITH n.id AS key ORDER BY key LIMIT $limit
MATCH (m:Decision {id: key})
RETURN key, properties(m) AS props

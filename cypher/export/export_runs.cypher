// name: export_runs(after, limit)
// returns: key, props
// Ingests that changed something, a portion at a time, in order.
MATCH (n:Run) WHERE n.id > $after
WITH n.id AS key ORDER BY key LIMIT $limit
MATCH (m:Run {id: key})
RETURN key, properties(m) AS props

// name: export_measures(after, limit)
// returns: key, props
// Measures, a portion at a time, in order.
MATCH (n:Measure) WHERE n.id > $after
WITH n.id AS key ORDER BY key LIMIT $limit
MATCH (m:Measure {id: key})
RETURN key, properties(m) AS props

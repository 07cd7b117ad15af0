// name: export_formulas(after, limit)
// returns: key, props
// Wording that is common property, a portion at a time, in order.
MATCH (n:Formula) WHERE n.id > $after
WITH n.id AS key ORDER BY key LIMIT $limit
MATCH (m:Formula {id: key})
RETURN key, properties(m) AS props

// name: export_provinces(after, limit)
// returns: key, props
// Provinces, a portion at a time, in order.
MATCH (n:Province) WHERE n.code > $after
WITH n.code AS key ORDER BY key LIMIT $limit
MATCH (m:Province {code: key})
RETURN key, properties(m) AS props

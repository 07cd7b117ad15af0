// name: export_tallies(after, limit)
// returns: key, props
// What is kept of provinces, a portion at a time, in order.
MATCH (n:Tally) WHERE n.province > $after
WITH n.province AS key ORDER BY key LIMIT $limit
MATCH (m:Tally {province: key})
RETURN key, properties(m) AS props

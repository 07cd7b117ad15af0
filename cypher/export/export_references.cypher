// name: export_references(after, limit)
// returns: key, props
// Citations of acts not identified, a portion at a time, in order.
MATCH (n:Reference) WHERE n.key > $after
WITH n.key AS key ORDER BY key LIMIT $limit
MATCH (m:Reference {key: key})
RETURN key, properties(m) AS props

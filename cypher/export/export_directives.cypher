// name: export_directives(after, limit)
// returns: key, props
// Acts, a portion at a time, in order.
MATCH (n:Directive) WHERE n.key > $after
WITH n.key AS key ORDER BY key LIMIT $limit
MATCH (m:Directive {key: key})
RETURN key, properties(m) AS props

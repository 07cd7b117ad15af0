// name: acts_echoed(after, limit)
// returns: key
// Acts that are cited or held, in order: those that may be echoed.
MATCH (d:Directive) WHERE d.key > $after
RETURN d.key AS key ORDER BY key LIMIT $limit

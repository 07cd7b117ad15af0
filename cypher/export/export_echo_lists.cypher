// name: export_echo_lists(after, limit)
// returns: key, props
// What is kept of the echo of acts, a portion at a time, in order.
MATCH (n:EchoList) WHERE n.act > $after
WITH n.act AS key ORDER BY key LIMIT $limit
MATCH (m:EchoList {act: key})
RETURN key, properties(m) AS props

// name: echo_lists(after, limit)
// returns: act, pieces
// All that is kept of echoes, in order of act.
MATCH (e:EchoList) WHERE e.act > $after
RETURN e.act AS act, e.pieces AS pieces ORDER BY act LIMIT $limit

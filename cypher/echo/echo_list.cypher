// name: echo_list(act)
// returns: pieces
// The pieces that speak for the echo of an act, as they were kept; none where the act is not one that many cite.
MATCH (e:EchoList {act: $act})
RETURN e.pieces AS pieces

// name: documents_awaiting(lookups)
// returns: document
// Documents with a citation whose resolution rests on the acts under some look-ups.
MATCH ()-[r:CITES]->()
WHERE r.lookup IN $lookups
RETURN DISTINCT r.document AS document
ORDER BY document

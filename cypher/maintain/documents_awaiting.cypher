// name: documents_awaiting(lookups)
// returns: document
// Documents with a citation whose resolution rests on the acts under some look-ups, rejected ones among them.
MATCH ()-[r:CITES]->()
WHERE r.lookup IN $lookups
RETURN r.document AS document
UNION
MATCH ()-[r:REJECTED]->()
WHERE r.lookup IN $lookups
RETURN r.document AS document

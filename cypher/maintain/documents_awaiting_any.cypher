// name: documents_awaiting_any()
// returns: document
// Documents with a citation whose resolution rests on the acts known, rejected ones among them.
MATCH ()-[r:CITES]->()
WHERE r.lookup IS NOT NULL
RETURN r.document AS document
UNION
MATCH ()-[r:REJECTED]->()
WHERE r.lookup IS NOT NULL
RETURN r.document AS document

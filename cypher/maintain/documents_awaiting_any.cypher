// name: documents_awaiting_any()
// returns: document
// Documents with a citation whose resolution rests on the acts known.
MATCH ()-[r:CITES]->()
WHERE r.lookup IS NOT NULL
RETURN DISTINCT r.document AS document
ORDER BY document

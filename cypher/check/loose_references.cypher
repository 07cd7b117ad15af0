// name: loose_references()
// returns: key
// Unidentified references that no citation points at.
MATCH (r:Reference) WHERE NOT EXISTS { (r)<-[:CITES|REJECTED]-() }
RETURN r.key AS key ORDER BY key LIMIT 100

// name: sweep_references()
// Unidentified references that no citation points at any more.
MATCH (r:Reference)
WHERE NOT (r)<-[:CITES|REJECTED]-()
DELETE r

// name: loose_provisions()
// returns: key
// Provisions that belong to no document.
MATCH (p:Provision) WHERE NOT EXISTS { (p)<-[:HAS_PROVISION]-(:Document) }
RETURN p.key AS key ORDER BY key LIMIT 100

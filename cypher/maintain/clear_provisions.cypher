// name: clear_provisions(ids)
// Takes away all that documents state, before it is stated anew or for good: their provisions with what hangs on them.
MATCH (d:Document)-[:HAS_PROVISION]->(p:Provision) WHERE d.id IN $ids
DETACH DELETE p

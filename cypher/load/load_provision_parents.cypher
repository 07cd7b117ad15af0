// name: load_provision_parents(rows)
// The tree: which provision lies in which.
UNWIND $rows AS row
MATCH (p:Provision {key: row.key})
MATCH (parent:Provision {key: row.parent})
MERGE (p)-[:PART_OF]->(parent)

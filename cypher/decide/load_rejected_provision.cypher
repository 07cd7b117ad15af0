// name: load_rejected_provision(rows)
// A statement about a provision that a person rejected: kept, and counted nowhere.
UNWIND $rows AS row
MATCH (a:Provision {key: row.source})
MATCH (b:Provision {key: row.target})
MERGE (a)-[r:REJECTED {key: row.key}]->(b)
SET r += row.props

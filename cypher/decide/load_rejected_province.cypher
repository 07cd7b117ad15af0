// name: load_rejected_province(rows)
// A statement about a province that a person rejected: kept, and counted nowhere.
UNWIND $rows AS row
MATCH (a:Provision {key: row.source})
MATCH (b:Province {code: row.target})
MERGE (a)-[r:REJECTED {key: row.key}]->(b)
SET r += row.props

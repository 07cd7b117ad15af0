// name: load_rejected_measure(rows)
// A statement about a measure that a person rejected: kept, and counted nowhere.
UNWIND $rows AS row
MATCH (a:Provision {key: row.source})
MATCH (b:Measure {id: row.target})
MERGE (a)-[r:REJECTED {key: row.key}]->(b)
SET r += row.props

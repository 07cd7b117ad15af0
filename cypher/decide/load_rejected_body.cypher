// name: load_rejected_body(rows)
// A statement about a body that a person rejected: kept, and counted nowhere.
UNWIND $rows AS row
MATCH (a:Provision {key: row.source})
MATCH (b:Body {id: row.target})
MERGE (a)-[r:REJECTED {key: row.key}]->(b)
SET r += row.props

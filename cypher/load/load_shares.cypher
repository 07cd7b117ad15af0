// name: load_shares(rows)
// Where a formula stands, span by span.
UNWIND $rows AS row
MATCH (p:Provision {key: row.source})
MATCH (f:Formula {id: row.target})
MERGE (p)-[r:SHARES {key: row.key}]->(f)
SET r += row.props

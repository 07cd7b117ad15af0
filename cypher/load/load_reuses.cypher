// name: load_reuses(rows)
// Wording of a provision that comes from an earlier act's, span by span.
UNWIND $rows AS row
MATCH (a:Provision {key: row.source})
MATCH (b:Provision {key: row.target})
MERGE (a)-[r:REUSES {key: row.key}]->(b)
SET r += row.props

// name: load_lifts(rows)
// A measure that was in force and is ended.
UNWIND $rows AS row
MATCH (a:Provision {key: row.source})
MATCH (b:Measure {id: row.target})
MERGE (a)-[r:LIFTS {key: row.key}]->(b)
SET r += row.props

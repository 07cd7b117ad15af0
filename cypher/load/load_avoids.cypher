// name: load_avoids(rows)
// A measure or state that shall not be.
UNWIND $rows AS row
MATCH (a:Provision {key: row.source})
MATCH (b:Measure {id: row.target})
MERGE (a)-[r:AVOIDS {key: row.key}]->(b)
SET r += row.props

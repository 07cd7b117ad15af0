// name: load_mentions(rows)
// A measure in the background: a report, a goal.
UNWIND $rows AS row
MATCH (a:Provision {key: row.source})
MATCH (b:Measure {id: row.target})
MERGE (a)-[r:MENTIONS {key: row.key}]->(b)
SET r += row.props

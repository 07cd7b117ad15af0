// name: load_sent_to(rows)
// Nơi nhận.
UNWIND $rows AS row
MATCH (a:Document {id: row.source})
MATCH (b:Body {id: row.target})
MERGE (a)-[r:SENT_TO {key: row.key}]->(b)
SET r += row.props

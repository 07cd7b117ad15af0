// name: load_addressed_to(rows)
// Kính gửi.
UNWIND $rows AS row
MATCH (a:Document {id: row.source})
MATCH (b:Body {id: row.target})
MERGE (a)-[r:ADDRESSED_TO {key: row.key}]->(b)
SET r += row.props

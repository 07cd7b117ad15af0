// name: load_sent_to(rows)
// Nơi nhận.
// Created, not merged: what stood before is cleared in the same transaction, and a MERGE walks all edges of a hub.
UNWIND $rows AS row
MATCH (a:Document {id: row.source})
MATCH (b:Body {id: row.target})
CREATE (a)-[r:SENT_TO {key: row.key}]->(b)
SET r += row.props

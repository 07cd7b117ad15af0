// name: load_addressed_to(rows)
// Kính gửi.
// Created, not merged: what stood before is cleared in the same transaction, and a MERGE walks all edges of a hub.
UNWIND $rows AS row
MATCH (a:Document {id: row.source})
MATCH (b:Body {id: row.target})
CREATE (a)-[r:ADDRESSED_TO {key: row.key}]->(b)
SET r += row.props

// name: load_assigns(rows)
// Who shall carry out a task (phân công).
// Created, not merged: what stood before is cleared in the same transaction, and a MERGE walks all edges of a hub.
UNWIND $rows AS row
MATCH (a:Provision {key: row.source})
MATCH (b:Body {id: row.target})
CREATE (a)-[r:ASSIGNS {key: row.key}]->(b)
SET r += row.props

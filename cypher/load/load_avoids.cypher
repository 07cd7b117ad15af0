// name: load_avoids(rows)
// A measure or state that shall not be.
// Created, not merged: what stood before is cleared in the same transaction, and a MERGE walks all edges of a hub.
UNWIND $rows AS row
MATCH (a:Provision {key: row.source})
MATCH (b:Measure {id: row.target})
CREATE (a)-[r:AVOIDS {key: row.key}]->(b)
SET r += row.props

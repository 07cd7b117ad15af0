// name: load_mentions(rows)
// A measure in the background: a report, a goal.
// Created, not merged: what stood before is cleared in the same transaction, and a MERGE walks all edges of a hub.
UNWIND $rows AS row
MATCH (a:Provision {key: row.source})
MATCH (b:Measure {id: row.target})
CREATE (a)-[r:MENTIONS {key: row.key}]->(b)
SET r += row.props

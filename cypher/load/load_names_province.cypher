// name: load_names_province(rows)
// A province named.
// Created, not merged: what stood before is cleared in the same transaction, and a MERGE walks all edges of a hub.
UNWIND $rows AS row
MATCH (a:Provision {key: row.source})
MATCH (b:Province {code: row.target})
CREATE (a)-[r:NAMES {key: row.key}]->(b)
SET r += row.props

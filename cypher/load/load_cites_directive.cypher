// name: load_cites_directive(rows)
// A citation whose act is identified.
// Created, not merged: what stood before is cleared in the same transaction, and a MERGE walks all edges of a hub.
UNWIND $rows AS row
MATCH (a:Provision {key: row.source})
MERGE (b:Directive {key: row.target})
CREATE (a)-[r:CITES {key: row.key}]->(b)
SET r += row.props

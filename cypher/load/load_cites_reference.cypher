// name: load_cites_reference(rows)
// A citation whose act is not identified: never dropped.
// Created, not merged: what stood before is cleared in the same transaction, and a MERGE walks all edges of a hub.
UNWIND $rows AS row
MATCH (a:Provision {key: row.source})
MERGE (b:Reference {key: row.target})
CREATE (a)-[r:CITES {key: row.key}]->(b)
SET r += row.props, b.document = row.props.document, b.text = row.props.quote

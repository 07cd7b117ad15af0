// name: load_names_body(rows)
// A body named, with its role.
UNWIND $rows AS row
MATCH (a:Provision {key: row.source})
MATCH (b:Body {id: row.target})
MERGE (a)-[r:NAMES {key: row.key}]->(b)
SET r += row.props

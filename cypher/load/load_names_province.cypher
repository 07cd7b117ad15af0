// name: load_names_province(rows)
// A province named.
UNWIND $rows AS row
MATCH (a:Provision {key: row.source})
MATCH (b:Province {code: row.target})
MERGE (a)-[r:NAMES {key: row.key}]->(b)
SET r += row.props

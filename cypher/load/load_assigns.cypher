// name: load_assigns(rows)
// Who shall carry out a task (phân công).
UNWIND $rows AS row
MATCH (a:Provision {key: row.source})
MATCH (b:Body {id: row.target})
MERGE (a)-[r:ASSIGNS {key: row.key}]->(b)
SET r += row.props

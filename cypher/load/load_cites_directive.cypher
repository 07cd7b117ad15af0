// name: load_cites_directive(rows)
// A citation whose act is identified.
UNWIND $rows AS row
MATCH (a:Provision {key: row.source})
MERGE (b:Directive {key: row.target})
MERGE (a)-[r:CITES {key: row.key}]->(b)
SET r += row.props

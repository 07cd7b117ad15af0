// name: load_orders(rows)
// A measure that the document wants done.
UNWIND $rows AS row
MATCH (a:Provision {key: row.source})
MATCH (b:Measure {id: row.target})
MERGE (a)-[r:ORDERS {key: row.key}]->(b)
SET r += row.props

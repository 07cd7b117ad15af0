// name: load_issued_by(rows)
// Who speaks (cơ quan ban hành).
UNWIND $rows AS row
MATCH (a:Document {id: row.source})
MATCH (b:Body {id: row.target})
MERGE (a)-[r:ISSUED_BY {key: row.key}]->(b)
SET r += row.props

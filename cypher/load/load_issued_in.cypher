// name: load_issued_in(rows)
// The province of the issuing body.
UNWIND $rows AS row
MATCH (a:Document {id: row.source})
MATCH (b:Province {code: row.target})
MERGE (a)-[r:ISSUED_IN {key: row.key}]->(b)
SET r += row.props

// name: load_rejected_recipient(rows)
// An addressee or recipient (kính gửi, nơi nhận) that a person rejected: kept, and counted nowhere.
UNWIND $rows AS row
MATCH (a:Document {id: row.source})
MATCH (b:Body {id: row.target})
MERGE (a)-[r:REJECTED {key: row.key}]->(b)
SET r += row.props

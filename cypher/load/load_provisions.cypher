// name: load_provisions(rows)
// The spans of a document's tree; a row names its document and its key.
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
MERGE (p:Provision {key: row.key})
SET p += row.props
MERGE (d)-[:HAS_PROVISION]->(p)

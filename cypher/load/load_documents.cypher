// name: load_documents(rows)
// Documents held, text whole.
UNWIND $rows AS row
MERGE (n:Document {id: row.id})
SET n += row.props

// name: load_documents(rows)
// Documents held, text whole. All that was known of a document before goes: what it no longer states, too.
UNWIND $rows AS row
MERGE (n:Document {id: row.id})
SET n = row.props

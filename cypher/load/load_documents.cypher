// name: load_documents(rows)
// Documents held, text whole. All that was known of a document before goes, what it no longer states, too; but
// not the run that brought it here first.
UNWIND $rows AS row
MERGE (n:Document {id: row.id})
WITH n, row, coalesce(n.first_run, row.run) AS first
SET n = row.props
SET n.first_run = first

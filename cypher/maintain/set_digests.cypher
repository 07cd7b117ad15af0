// name: set_digests(rows)
// Records what documents state.
UNWIND $rows AS row
MATCH (d:Document {id: row.id})
SET d.statements = row.statements

// name: set_aligned(rows)
// Records with what documents were aligned as sources.
UNWIND $rows AS row
MATCH (d:Document {id: row.id})
SET d.aligned = row.mark

// name: set_stretches(rows)
// Records what is compared of documents.
UNWIND $rows AS row
MATCH (d:Document {id: row.id})
SET d.stretches = row.stretches

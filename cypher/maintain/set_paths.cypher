// name: set_paths(rows)
// Records where documents were found.
UNWIND $rows AS row
MATCH (d:Document {id: row.id})
SET d.paths = row.paths

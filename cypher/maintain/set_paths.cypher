// name: set_paths(rows)
// Records where documents were found. It changes no statement and so no version, but what answers say: `moves`
// counts it.
UNWIND $rows AS row
MATCH (d:Document {id: row.id})
SET d.paths = row.paths
WITH count(d) AS moved
MERGE (s:Dataset {id: 'dataset'})
SET s.moves = coalesce(s.moves, 0) + moved

// name: load_run(id, props)
// An ingest that changed something.
MERGE (r:Run {id: $id})
SET r += $props

// name: load_measures(rows)
// Vocabulary: measures (biện pháp).
UNWIND $rows AS row
MERGE (n:Measure {id: row.id})
SET n += row.props

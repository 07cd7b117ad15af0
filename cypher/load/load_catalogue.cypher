// name: load_catalogue(rows)
// Vocabulary: central acts known to exist; what the catalogue says stays apart from what texts say.
UNWIND $rows AS row
MERGE (n:Directive {key: row.key})
SET n += row.props

// name: load_bodies(rows)
// Vocabulary: bodies (cơ quan, chức danh).
UNWIND $rows AS row
MERGE (n:Body {id: row.id})
SET n += row.props

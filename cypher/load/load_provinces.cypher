// name: load_provinces(rows)
// Vocabulary: provinces of 2020 (tỉnh, thành phố), each with its unit since 1-7-2025.
UNWIND $rows AS row
MERGE (n:Province {code: row.code})
SET n += row.props

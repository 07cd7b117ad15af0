// name: load_formulas(rows)
// Wording that is common property.
UNWIND $rows AS row
MERGE (f:Formula {id: row.id})
SET f.text = row.text

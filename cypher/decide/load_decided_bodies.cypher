// name: load_decided_bodies(rows)
// Bodies that a correction names: one of the vocabulary, or its instance in a province.
UNWIND $rows AS row
MATCH (c:Body {id: row.base})
MERGE (b:Body {id: row.id})
SET b.name = CASE WHEN b.name IS NULL OR c.name < b.name THEN c.name ELSE b.name END,
    b.province = coalesce(row.province, b.province)
WITH b, c WHERE b.id <> c.id
MERGE (b)-[:INSTANCE_OF]->(c)

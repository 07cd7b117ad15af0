// name: load_body_instances(rows)
// Bodies of one province, and local ones without a row of the vocabulary. Of several spellings the least stays,
// so that the order of loading does not matter.
UNWIND $rows AS row
MERGE (b:Body {id: row.id})
SET b.name = CASE WHEN b.name IS NULL OR row.name < b.name THEN row.name ELSE b.name END,
    b.province = row.province

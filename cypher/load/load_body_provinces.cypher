// name: load_body_provinces(rows)
// The province a body belongs to.
UNWIND $rows AS row
MATCH (b:Body {id: row.id})
MATCH (p:Province {code: row.province})
MERGE (b)-[:PART_OF]->(p)

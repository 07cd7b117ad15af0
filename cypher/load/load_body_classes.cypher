// name: load_body_classes(rows)
// Which body of the vocabulary an instance is one of.
UNWIND $rows AS row
MATCH (b:Body {id: row.id})
MATCH (c:Body {id: row.instance_of})
MERGE (b)-[:INSTANCE_OF]->(c)

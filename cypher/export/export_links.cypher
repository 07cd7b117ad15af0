// name: export_links(ids)
// returns: type, source, source_labels, target, target_labels, props
// What bodies are instances of, and the provinces that they belong to.
MATCH (a:Body) WHERE a.id IN $ids
MATCH (a)-[r:INSTANCE_OF|PART_OF]->(b:Body|Province)
RETURN type(r) AS type, a.id AS source, ['Body'] AS source_labels,
       coalesce(b.code, b.id) AS target, labels(b) AS target_labels, properties(r) AS props

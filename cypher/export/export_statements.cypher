// name: export_statements(ids, types)
// returns: type, source, source_labels, target, target_labels, props
// Every statement of some documents, whole, rejected ones too, with the nodes that it joins.
MATCH (d:Document) WHERE d.id IN $ids
MATCH (d)-[r]->(b) WHERE type(r) IN $types
RETURN type(r) AS type, d.id AS source, ['Document'] AS source_labels,
       coalesce(b.key, b.code, b.id) AS target, labels(b) AS target_labels, properties(r) AS props
UNION ALL
MATCH (d:Document) WHERE d.id IN $ids
MATCH (d)-[:HAS_PROVISION]->(p:Provision)-[r]->(b) WHERE type(r) IN $types
RETURN type(r) AS type, p.key AS source, ['Provision'] AS source_labels,
       coalesce(b.key, b.code, b.id) AS target, labels(b) AS target_labels, properties(r) AS props

// name: export_documents(ids)
// returns: key, props
// Documents whole.
MATCH (d:Document) WHERE d.id IN $ids
RETURN d.id AS key, properties(d) AS props

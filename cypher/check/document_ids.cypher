// name: document_ids(after, limit)
// returns: id
// The ids of documents, a portion at a time.
MATCH (d:Document) WHERE d.id > $after
RETURN d.id AS id ORDER BY id LIMIT $limit

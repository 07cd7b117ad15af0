// name: documents_to_compare(after, limit)
// returns: id, act, number, path, stretches
// The wording of documents, by their ids: what may be one act twice.
MATCH (d:Document) WHERE d.id > $after
RETURN d.id AS id, d.act AS act, d.number AS number, d.paths[0] AS path, d.stretches AS stretches
ORDER BY id LIMIT $limit

// name: documents_to_compare(after, limit)
// returns: id, act, number, path, stretches, date, province
// The wording of documents, by their ids: what may be one act twice.
MATCH (d:Document) WHERE d.id > $after
RETURN d.id AS id, d.act AS act, d.number AS number, d.paths[0] AS path, d.stretches AS stretches,
       d.issued_on AS date, d.province AS province
ORDER BY id LIMIT $limit

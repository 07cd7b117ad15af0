// name: documents_page(province, doc_type, level, since, until, after, limit)
// returns: id
// A page of documents by id, after one id.
MATCH (d:Document)
WHERE ($province IS NULL OR d.province = $province OR ($province = '?' AND d.province IS NULL AND NOT d.central))
  AND ($doc_type IS NULL OR d.doc_type = $doc_type) AND ($level IS NULL OR d.level = $level)
  AND ($since IS NULL OR d.issued_on >= $since) AND ($until IS NULL OR d.issued_on <= $until)
  AND d.id > $after
RETURN d.id AS id ORDER BY id LIMIT $limit

// name: documents_page(province, doc_type, level, since, until, after, limit)
// returns: id, place
// A page of documents by date and id, undated ones last, after one place.
MATCH (d:Document)
WHERE ($province IS NULL OR d.province = $province OR ($province = '?' AND d.province IS NULL AND NOT d.central))
  AND ($doc_type IS NULL OR d.doc_type = $doc_type) AND ($level IS NULL OR d.level = $level)
  AND ($since IS NULL OR d.issued_on >= $since) AND ($until IS NULL OR d.issued_on <= $until)
WITH d.id AS id, coalesce(d.issued_on, '9999') + ' ' + d.id AS place WHERE place > $after
RETURN id AS id, place AS place ORDER BY place LIMIT $limit

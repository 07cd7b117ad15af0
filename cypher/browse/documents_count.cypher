// name: documents_count(province, doc_type, level, since, until)
// returns: total, synthetic
// How many documents a list holds; province ? stands for acts below the centre that name none.
MATCH (d:Document)
WHERE ($province IS NULL OR d.province = $province OR ($province = '?' AND d.province IS NULL AND NOT d.central))
  AND ($doc_type IS NULL OR d.doc_type = $doc_type) AND ($level IS NULL OR d.level = $level)
  AND ($since IS NULL OR d.issued_on >= $since) AND ($until IS NULL OR d.issued_on <= $until)
RETURN count(d) AS total, sum(CASE WHEN d.synthetic THEN 1 ELSE 0 END) AS synthetic

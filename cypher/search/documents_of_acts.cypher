// name: documents_of_acts(keys, province, since, until)
// returns: act, document, date
// The documents that hold the text of some acts.
MATCH (d:Document) WHERE d.act IN $keys
  AND ($province IS NULL OR d.province = $province OR ($province = '?' AND d.province IS NULL AND NOT d.central))
  AND ($since IS NULL OR d.issued_on >= $since) AND ($until IS NULL OR d.issued_on <= $until)
RETURN d.act AS act, d.id AS document, d.issued_on AS date
ORDER BY act, document

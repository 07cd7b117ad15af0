// name: provisions_found(lucene, words, phrase, typed, province, since, until, most)
// returns: key, parent, document, start, date, match
// Provisions that hold all words, up to a most, in the order of the texts; match 1: as typed, 2: the phrase
// without its marks, 3: the words. The index proposes, the text decides, so that all stores find the same.
CALL db.index.fulltext.queryNodes('provision_text', $lucene) YIELD node AS p
WITH p WHERE p.kind <> 'furniture' AND all(word IN $words WHERE p.text_fold CONTAINS word)
MATCH (d:Document {id: p.document})
WHERE ($province IS NULL OR d.province = $province OR ($province = '?' AND d.province IS NULL AND NOT d.central))
  AND ($since IS NULL OR d.issued_on >= $since) AND ($until IS NULL OR d.issued_on <= $until)
WITH p, d ORDER BY d.id, p.start, p.key LIMIT $most
OPTIONAL MATCH (p)-[:PART_OF]->(parent:Provision)
RETURN p.key AS key, parent.key AS parent, d.id AS document, p.start AS start, d.issued_on AS date,
       CASE WHEN toLower(p.text) CONTAINS $typed THEN 1 WHEN p.text_fold CONTAINS $phrase THEN 2 ELSE 3 END AS match
ORDER BY document, start, key

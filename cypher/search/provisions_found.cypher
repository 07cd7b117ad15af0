// name: provisions_found(lucene, words, phrase, typed, province, since, until)
// returns: document, date, found
// Provisions that hold all words, by document: start, end and match of each; match 1: as typed, 2: the phrase
// without its marks, 3: the words. The index proposes, the text decides, so that all stores find the same.
// Plain values are gathered, a row a document: the embedded engine would hold whole texts while it sorts nodes.
CALL db.index.fulltext.queryNodes('provision_text', $lucene) YIELD node AS p
WITH p WHERE p.kind <> 'furniture' AND all(word IN $words WHERE p.text_fold CONTAINS word)
WITH p.document AS id, p.start AS start, p.end AS end,
     CASE WHEN toLower(p.text) CONTAINS $typed THEN 1 WHEN p.text_fold CONTAINS $phrase THEN 2 ELSE 3 END AS match
WITH id, start, end, match ORDER BY id, start, end DESC
WITH id, collect([start, end, match]) AS found
MATCH (d:Document {id: id})
WHERE ($province IS NULL OR d.province = $province OR ($province = '?' AND d.province IS NULL AND NOT d.central))
  AND ($since IS NULL OR d.issued_on >= $since) AND ($until IS NULL OR d.issued_on <= $until)
RETURN id AS document, d.issued_on AS date, found AS found
ORDER BY document

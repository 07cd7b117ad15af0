// name: acts_found(lucene, words, phrase, typed, province, since, until, most)
// returns: key, date, match
// Acts whose subject holds all words; match as in provisions_found. Every one of them is held: a subject is read
// off the text.
CALL db.index.fulltext.queryNodes('directive_text', $lucene) YIELD node AS a
WITH a WHERE all(word IN $words WHERE a.subject_fold CONTAINS word)
  AND ($province IS NULL OR a.province = $province)
  AND ($since IS NULL OR a.date >= $since) AND ($until IS NULL OR a.date <= $until)
RETURN a.key AS key, a.date AS date,
       CASE WHEN toLower(a.subject) CONTAINS $typed THEN 1 WHEN a.subject_fold CONTAINS $phrase THEN 2 ELSE 3 END AS match
ORDER BY key LIMIT $most

// name: catalogue_found(words, phrase, since, until)
// returns: key, date, match
// Central acts whose subject in the catalogue, which is in English, has words that begin with all of those given.
MATCH (a:Directive)
WHERE a.catalogue_subject_en IS NOT NULL
  AND all(word IN $words WHERE (' ' + toLower(a.catalogue_subject_en)) CONTAINS (' ' + word))
  AND ($since IS NULL OR a.date >= $since) AND ($until IS NULL OR a.date <= $until)
RETURN a.key AS key, a.date AS date,
       CASE WHEN toLower(a.catalogue_subject_en) CONTAINS $phrase THEN 2 ELSE 3 END AS match
ORDER BY key

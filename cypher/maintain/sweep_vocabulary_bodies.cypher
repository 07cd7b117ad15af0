// name: sweep_vocabulary_bodies(ids)
// Bodies that the vocabulary has no longer and nothing names.
MATCH (b:Body)
WHERE b.level IS NOT NULL AND NOT b.id IN $ids AND NOT (b)--()
DELETE b

// name: sweep_measures(ids)
// Measures that the vocabulary has no longer and nothing states.
MATCH (m:Measure)
WHERE NOT m.id IN $ids AND NOT (m)--()
DELETE m

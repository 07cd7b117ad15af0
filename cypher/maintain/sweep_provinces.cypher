// name: sweep_provinces(codes)
// Provinces that the vocabulary has no longer and nothing names.
MATCH (p:Province)
WHERE NOT p.code IN $codes AND NOT (p)--()
DELETE p

// name: provisions_to_check(ids)
// returns: document, key, start, end, text
// The spans of some documents' trees.
MATCH (d:Document)-[:HAS_PROVISION]->(p:Provision) WHERE d.id IN $ids
RETURN d.id AS document, p.key AS key, p.start AS start, p.end AS end, p.text AS text
ORDER BY key

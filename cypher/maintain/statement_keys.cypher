// name: statement_keys(ids)
// returns: document, key
// The keys of all statements of some documents.
MATCH (d:Document) WHERE d.id IN $ids
MATCH (d)-[r]->() WHERE r.key IS NOT NULL
RETURN d.id AS document, r.key AS key
UNION
MATCH (d:Document) WHERE d.id IN $ids
MATCH (d)-[:HAS_PROVISION]->(:Provision)-[r]->() WHERE r.key IS NOT NULL
RETURN d.id AS document, r.key AS key

// name: document_digests()
// returns: id, statements
// What every document states, as a digest of its statement keys.
MATCH (d:Document)
RETURN d.id AS id, d.statements AS statements
ORDER BY id

// name: document_digests()
// returns: id, statements, curated
// What every document states, as a digest of its statement keys.
MATCH (d:Document)
RETURN d.id AS id, d.statements AS statements, d.curated AS curated
ORDER BY id

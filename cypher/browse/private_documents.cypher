// name: private_documents()
// returns: id, text, private
// The documents in which private persons are named, whole.
MATCH (d:Document) WHERE d.private <> '[]'
RETURN d.id AS id, d.text AS text, d.private AS private
ORDER BY id

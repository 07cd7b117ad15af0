// name: texts_of_documents(ids)
// returns: id, text, private
// The stored texts of some documents, whole.
MATCH (d:Document) WHERE d.id IN $ids
RETURN d.id AS id, d.text AS text, d.private AS private ORDER BY id

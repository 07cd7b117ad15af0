// name: headers_of_documents(ids)
// returns: id, header
// What some documents say of themselves, with the words that say it.
MATCH (d:Document) WHERE d.id IN $ids
RETURN d.id AS id, d.header AS header
ORDER BY id

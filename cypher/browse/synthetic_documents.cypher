// name: synthetic_documents(ids)
// returns: id
// Which of some documents are composed.
MATCH (d:Document) WHERE d.id IN $ids AND d.synthetic
RETURN d.id AS id ORDER BY id

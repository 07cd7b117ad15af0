// name: text_of_document(id)
// returns: text
// A document's text, whole.
MATCH (d:Document {id: $id})
RETURN d.text AS text

// name: clear_document_statements(ids)
// Takes away what documents say of themselves.
MATCH (d:Document)-[r]->() WHERE d.id IN $ids
DELETE r

// name: remove_documents(ids)
// Removes documents; their statements are cleared before.
MATCH (d:Document) WHERE d.id IN $ids
DETACH DELETE d

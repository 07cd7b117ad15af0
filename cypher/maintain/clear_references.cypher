// name: clear_references(ids)
// Takes away the unidentified references of documents.
MATCH (r:Reference) WHERE r.document IN $ids
DETACH DELETE r

// name: reusing_documents(sources)
// returns: document
// The documents that reuse wording of some others, or did so until somebody rejected it.
MATCH ()-[r:REUSES|REJECTED]->() WHERE r.source_document IN $sources
RETURN DISTINCT r.document AS document ORDER BY document

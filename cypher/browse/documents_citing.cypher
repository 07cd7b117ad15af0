// name: documents_citing(keys)
// returns: key, documents
// How many documents cite some acts.
UNWIND $keys AS key
MATCH (d:Directive {key: key})<-[r:CITES]-() WHERE r.relation <> 'self'
RETURN d.key AS key, count(DISTINCT r.document) AS documents
ORDER BY key

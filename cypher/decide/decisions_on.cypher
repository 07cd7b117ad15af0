// name: decisions_on(documents)
// returns: document, id, line
// All decisions about some documents and what they state, in their order.
MATCH (d:Decision) WHERE d.document IN $documents
RETURN d.document AS document, d.id AS id, d.line AS line
ORDER BY d.at, d.id

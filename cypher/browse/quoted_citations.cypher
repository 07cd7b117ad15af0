// name: quoted_citations(statements)
// returns: statement, synthetic, document, quote, start, end
// Citations by their keys, with their words, and whether their document is composed.
UNWIND $statements AS statement
MATCH (:Provision)-[r:CITES {key: statement}]->()
WITH r, r.document AS document
MATCH (doc:Document {id: document})
RETURN r.key AS statement, doc.synthetic AS synthetic, document AS document, r.quote AS quote, r.start AS start,
       r.end AS end
ORDER BY statement

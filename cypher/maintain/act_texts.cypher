// name: act_texts(keys)
// returns: key, document, number, date, doc_type, issuer, subject
// What the texts held say of the acts they are the text of.
MATCH (d:Directive) WHERE d.key IN $keys
MATCH (doc:Document)-[t:TEXT_OF]->(d)
RETURN d.key AS key, doc.id AS document, t.number AS number, t.date AS date, t.doc_type AS doc_type,
       t.issuer AS issuer, doc.subject AS subject

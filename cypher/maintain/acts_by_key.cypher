// name: acts_by_key(keys)
// returns: key, known, number, date, doc_type, issuer, topic, province, held
// What the graph says of some acts.
MATCH (d:Directive) WHERE d.key IN $keys
RETURN d.key AS key, d.known AS known, d.number AS number, d.date AS date, d.doc_type AS doc_type,
       d.issuer AS issuer, d.topic AS topic, d.province AS province, d.held AS held

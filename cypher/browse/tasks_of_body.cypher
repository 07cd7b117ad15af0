// name: tasks_of_body(id, skip, limit)
// returns: key, body, document, act, number, date, province, central, synthetic, start, end, quote, rule, basis, measures
// The tasks that a body or its instances are charged with, the earliest first, undated ones last.
MATCH (b:Body {id: $id})
OPTIONAL MATCH (i:Body)-[:INSTANCE_OF]->(b)
WITH b, collect(i) AS instances
UNWIND instances + [b] AS body
MATCH (body)<-[r:ASSIGNS]-(:Provision)<-[:HAS_PROVISION]-(doc:Document)
// Plain values in a step before they are sorted: the embedded store sorts rows of all that the step has seen,
// and with the document its text.
WITH r.key AS key, body.id AS body, doc.id AS document, doc.act AS act, doc.number AS number, doc.issued_on AS date,
     doc.province AS province, doc.central AS central, doc.synthetic AS synthetic, r.start AS start, r.end AS end,
     r.quote AS quote, r.rule AS rule, r.basis AS basis, r.measures AS measures
WITH *
ORDER BY coalesce(date, '9999'), document, start, key SKIP $skip LIMIT $limit
RETURN key AS key, body AS body, document AS document, act AS act, number AS number, date AS date,
       province AS province, central AS central, synthetic AS synthetic, start AS start, end AS end,
       quote AS quote, rule AS rule, basis AS basis, measures AS measures
ORDER BY coalesce(date, '9999'), document, start, key

// name: task_evidence(provinces, bodies, since, until, limit)
// returns: province, body, evidence
// The words behind the cells of bodies: of each cell its first tasks, by day and place in the text.
MATCH (doc:Document)-[:ISSUED_IN]->(p:Province) WHERE p.code IN $provinces
  AND ($since IS NULL OR doc.issued_on >= $since) AND ($until IS NULL OR doc.issued_on <= $until)
WITH DISTINCT doc, p.code AS province
MATCH (doc)-[:HAS_PROVISION]->(:Provision)-[r:ASSIGNS]->(b:Body)
// Plain values before they are sorted: a row with the document would hold its text.
WITH province, split(b.id, '~')[0] AS body, b.id AS charged, doc.id AS document, doc.act AS act,
     doc.number AS number, doc.issued_on AS date, coalesce(doc.issued_on, '9999') AS day, r.key AS key,
     left(r.quote, 200) AS beginning, r.start AS start, r.end AS end, r.rule AS rule, r.basis AS basis
WHERE body IN $bodies
WITH province, body, charged, document, act, number, date, day, key, beginning, start, end, rule, basis
ORDER BY province, body, day, document, start, key
WITH province, body, collect({key: key, body: charged, document: document, act: act, number: number, date: date,
     beginning: beginning, start: start, end: end, rule: rule, basis: basis}) AS pieces
RETURN province AS province, body AS body, pieces[0..$limit] AS evidence
ORDER BY province, body

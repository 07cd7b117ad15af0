// name: task_evidence(provinces, bodies, since, until, limit)
// returns: province, body, evidence
// The words behind the cells of bodies: of each cell its first tasks, by day and place in the text.
MATCH (doc:Document)-[:ISSUED_IN]->(p:Province) WHERE p.code IN $provinces
  AND ($since IS NULL OR doc.issued_on >= $since) AND ($until IS NULL OR doc.issued_on <= $until)
WITH DISTINCT doc, p.code AS province
MATCH (doc)-[:HAS_PROVISION]->(:Provision)-[r:ASSIGNS]->(b:Body)
WITH province, split(b.id, '~')[0] AS body, coalesce(doc.issued_on, '9999') AS day, doc, b, r
WHERE body IN $bodies
WITH province, body, day, doc, b, r
ORDER BY province, body, day, doc.id, r.start, r.key
WITH province, body, collect({key: r.key, body: b.id, document: doc.id, act: doc.act, number: doc.number,
     date: doc.issued_on, beginning: left(r.quote, 200), start: r.start, end: r.end, rule: r.rule,
     basis: r.basis}) AS pieces
RETURN province AS province, body AS body, pieces[0..$limit] AS evidence
ORDER BY province, body

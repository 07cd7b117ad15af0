// name: measure_evidence(provinces, measures, since, until, limit)
// returns: province, measure, type, evidence
// The words behind the cells: of each cell and state its first evidence, by day and place in the text.
MATCH (doc:Document)-[:ISSUED_IN]->(p:Province) WHERE p.code IN $provinces
  AND ($since IS NULL OR doc.issued_on >= $since) AND ($until IS NULL OR doc.issued_on <= $until)
WITH DISTINCT doc, p.code AS province
MATCH (doc)-[:HAS_PROVISION]->(:Provision)-[r:ORDERS|AVOIDS|LIFTS|MENTIONS]->(m:Measure)
WHERE $measures IS NULL OR m.id IN $measures
WITH province, m.id AS measure, type(r) AS type, coalesce(doc.issued_on, '9999') AS day, doc, r
ORDER BY province, measure, type, day, doc.id, r.start, r.key
WITH province, measure, type, collect({key: r.key, document: doc.id, act: doc.act, number: doc.number,
     date: doc.issued_on, quote: r.quote, start: r.start, end: r.end, rule: r.rule, basis: r.basis,
     cue: r.cue}) AS pieces
RETURN province AS province, measure AS measure, type AS type, pieces[0..$limit] AS evidence
ORDER BY province, measure, type

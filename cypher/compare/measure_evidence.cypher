// name: measure_evidence(provinces, measures, since, until, limit)
// returns: province, measure, type, evidence
// The words behind the cells: of each cell and state its first evidence, by day and place in the text.
MATCH (doc:Document)-[:ISSUED_IN]->(p:Province) WHERE p.code IN $provinces
  AND ($since IS NULL OR doc.issued_on >= $since) AND ($until IS NULL OR doc.issued_on <= $until)
WITH DISTINCT doc, p.code AS province
MATCH (doc)-[:HAS_PROVISION]->(:Provision)-[r:ORDERS|AVOIDS|LIFTS|MENTIONS]->(m:Measure)
WHERE $measures IS NULL OR m.id IN $measures
// Plain values in a step before they are sorted: the embedded store sorts rows of all that the step has seen,
// and with the document its text.
WITH province, m.id AS measure, type(r) AS type, doc.id AS document, doc.act AS act, doc.number AS number,
     doc.issued_on AS date, coalesce(doc.issued_on, '9999') AS day, r.key AS key, r.quote AS quote, r.start AS start,
     r.end AS end, r.rule AS rule, r.basis AS basis, r.cue AS cue
WITH *
ORDER BY province, measure, type, day, document, start, key
WITH province, measure, type, collect({key: key, document: document, act: act, number: number, date: date,
     quote: quote, start: start, end: end, rule: rule, basis: basis, cue: cue}) AS pieces
RETURN province AS province, measure AS measure, type AS type, pieces[0..$limit] AS evidence
ORDER BY province, measure, type

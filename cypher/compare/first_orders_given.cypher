// name: first_orders_given(provinces, since, until, limit)
// returns: measure, first_on, acts, statements, pieces
// The measures that the documents of some provinces order: of each the first day, and its first words.
MATCH (doc:Document)-[:ISSUED_IN]->(p:Province) WHERE p.code IN $provinces
  AND ($since IS NULL OR doc.issued_on >= $since) AND ($until IS NULL OR doc.issued_on <= $until)
WITH DISTINCT doc
MATCH (doc)-[:HAS_PROVISION]->(:Provision)-[r:ORDERS]->(m:Measure)
// Plain values in a step before they are sorted: the embedded store sorts rows of all that the step has seen,
// and with the document its text.
WITH m.id AS measure, doc.id AS document, doc.act AS act, doc.number AS number, doc.issued_on AS date,
     coalesce(doc.issued_on, '9999') AS day, type(r) AS type, r.key AS key, r.quote AS quote, r.start AS start,
     r.end AS end, r.rule AS rule, r.basis AS basis, r.cue AS cue
WITH *
ORDER BY measure, day, document, start, key
WITH measure, min(date) AS first_on, count(DISTINCT act) AS acts, count(DISTINCT key) AS statements,
     collect({key: key, document: document, act: act, number: number, date: date, type: type, quote: quote,
              start: start, end: end, rule: rule, basis: basis, cue: cue}) AS pieces
RETURN measure AS measure, first_on AS first_on, acts AS acts, statements AS statements,
       pieces[0..$limit] AS pieces
ORDER BY coalesce(first_on, '9999'), measure

// name: first_orders_given(provinces, since, until, limit)
// returns: measure, first_on, acts, statements, pieces
// The measures that the documents of some provinces order: of each the first day, and its first words.
MATCH (doc:Document)-[:ISSUED_IN]->(p:Province) WHERE p.code IN $provinces
  AND ($since IS NULL OR doc.issued_on >= $since) AND ($until IS NULL OR doc.issued_on <= $until)
WITH DISTINCT doc
MATCH (doc)-[:HAS_PROVISION]->(:Provision)-[r:ORDERS]->(m:Measure)
WITH m.id AS measure, doc, r, coalesce(doc.issued_on, '9999') AS day
ORDER BY measure, day, doc.id, r.start, r.key
WITH measure, min(doc.issued_on) AS first_on, count(DISTINCT doc.act) AS acts, count(DISTINCT r.key) AS statements,
     collect({key: r.key, document: doc.id, act: doc.act, number: doc.number, date: doc.issued_on, type: type(r),
              quote: r.quote, start: r.start, end: r.end, rule: r.rule, basis: r.basis, cue: r.cue}) AS pieces
RETURN measure AS measure, first_on AS first_on, acts AS acts, statements AS statements,
       pieces[0..$limit] AS pieces
ORDER BY coalesce(first_on, '9999'), measure

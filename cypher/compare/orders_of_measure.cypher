// name: orders_of_measure(measure, since, until)
// returns: province, first_on, acts, statements, first, undated
// Who ordered a measure: of each province the first day and its first words, how many acts, and orders without date.
MATCH (m:Measure {id: $measure})<-[r:ORDERS]-(:Provision)<-[:HAS_PROVISION]-(doc:Document)-[:ISSUED_IN]->(p:Province)
WHERE ($since IS NULL OR doc.issued_on >= $since) AND ($until IS NULL OR doc.issued_on <= $until)
// Plain values in a step before they are sorted: the embedded store sorts rows of all that the step has seen,
// and with the document its text.
WITH DISTINCT p.code AS province, doc.id AS document, doc.act AS act, doc.number AS number, doc.issued_on AS date,
     coalesce(doc.issued_on, '9999') AS day, type(r) AS type, r.key AS key, r.quote AS quote, r.start AS start,
     r.end AS end, r.rule AS rule, r.basis AS basis, r.cue AS cue
WITH *
ORDER BY province, day, document, start, key
WITH province, min(date) AS first_on, count(DISTINCT act) AS acts, count(DISTINCT key) AS statements,
     collect({key: key, document: document, act: act, number: number, date: date, type: type, quote: quote,
              start: start, end: end, rule: rule, basis: basis, cue: cue})[0] AS first,
     sum(CASE WHEN date IS NULL THEN 1 ELSE 0 END) AS undated
RETURN province AS province, first_on AS first_on, acts AS acts, statements AS statements, first AS first,
       undated AS undated
ORDER BY first_on, province

// name: orders_of_measure(measure, since, until)
// returns: province, first_on, acts, statements, first, undated
// Who ordered a measure: of each province the first day and its first words, how many acts, and orders without date.
MATCH (m:Measure {id: $measure})<-[r:ORDERS]-(:Provision)<-[:HAS_PROVISION]-(doc:Document)-[:ISSUED_IN]->(p:Province)
WHERE ($since IS NULL OR doc.issued_on >= $since) AND ($until IS NULL OR doc.issued_on <= $until)
WITH DISTINCT p.code AS province, doc, r
ORDER BY province, coalesce(doc.issued_on, '9999'), doc.id, r.start, r.key
WITH province, min(doc.issued_on) AS first_on, count(DISTINCT doc.act) AS acts, count(DISTINCT r.key) AS statements,
     collect({key: r.key, document: doc.id, act: doc.act, number: doc.number, date: doc.issued_on, type: type(r),
              quote: r.quote, start: r.start, end: r.end, rule: r.rule, basis: r.basis, cue: r.cue})[0] AS first,
     sum(CASE WHEN doc.issued_on IS NULL THEN 1 ELSE 0 END) AS undated
RETURN province AS province, first_on AS first_on, acts AS acts, statements AS statements, first AS first,
       undated AS undated
ORDER BY first_on, province

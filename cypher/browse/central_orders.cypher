// name: central_orders(measure)
// returns: key, document, act, number, date, subject, issuer, synthetic, start, end, quote, rule, basis, cue, statements
// The acts of central bodies that order a measure, the earliest first, each with its first words.
MATCH (:Measure {id: $measure})<-[r:ORDERS]-(:Provision)<-[:HAS_PROVISION]-(doc:Document)
WHERE doc.central
WITH doc, r ORDER BY doc.id, r.start, r.key
WITH doc, collect(r) AS orders
WITH doc, orders[0] AS r, size(orders) AS statements
RETURN r.key AS key, doc.id AS document, doc.act AS act, doc.number AS number, doc.issued_on AS date,
       doc.subject AS subject, doc.issuer AS issuer, doc.synthetic AS synthetic, r.start AS start, r.end AS end,
       r.quote AS quote, r.rule AS rule, r.basis AS basis, r.cue AS cue, statements AS statements
ORDER BY coalesce(date, '9999'), document

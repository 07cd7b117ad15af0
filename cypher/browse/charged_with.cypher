// name: charged_with(measure)
// returns: body, name, provinces, documents, tasks, first
// Whom documents charge with tasks that order a measure; an instance counts as its body of the vocabulary.
MATCH (:Measure {id: $measure})<-[:ORDERS]-(:Provision)<-[:HAS_PROVISION]-(doc:Document)
WITH DISTINCT doc
MATCH (doc)-[:HAS_PROVISION]->(:Provision)-[r:ASSIGNS]->(b:Body) WHERE $measure IN r.measures
// Plain values in a step before they are sorted: the embedded store sorts rows of all that the step has seen,
// and with the document its text.
WITH CASE WHEN b.id STARTS WITH 'local:' THEN b.id ELSE split(b.id, '~')[0] END AS body, b.name AS name,
     doc.id AS document, doc.act AS act, doc.number AS number, doc.issued_on AS date, doc.province AS province,
     coalesce(doc.issued_on, '9999') AS day, r.key AS key, r.start AS start, r.end AS end, r.quote AS quote,
     r.rule AS rule, r.basis AS basis
WITH *
ORDER BY body, day, document, start, key
WITH body, min(name) AS name, count(DISTINCT province) AS provinces, count(DISTINCT document) AS documents,
     count(DISTINCT key) AS tasks,
     collect({key: key, document: document, act: act, number: number, date: date, start: start, end: end,
              quote: quote, rule: rule, basis: basis})[0] AS first
RETURN body AS body, name AS name, provinces AS provinces, documents AS documents, tasks AS tasks, first AS first
ORDER BY tasks DESC, body

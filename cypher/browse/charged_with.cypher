// name: charged_with(measure)
// returns: body, name, provinces, documents, tasks, first
// Whom documents charge with tasks that order a measure; an instance counts as its body of the vocabulary.
MATCH (:Measure {id: $measure})<-[:ORDERS]-(:Provision)<-[:HAS_PROVISION]-(doc:Document)
WITH DISTINCT doc
MATCH (doc)-[:HAS_PROVISION]->(:Provision)-[r:ASSIGNS]->(b:Body) WHERE $measure IN r.measures
WITH CASE WHEN b.id STARTS WITH 'local:' THEN b.id ELSE split(b.id, '~')[0] END AS body, b.name AS name, doc, r,
     coalesce(doc.issued_on, '9999') AS day
ORDER BY body, day, doc.id, r.start, r.key
WITH body, min(name) AS name, count(DISTINCT doc.province) AS provinces, count(DISTINCT doc.id) AS documents,
     count(DISTINCT r.key) AS tasks,
     collect({key: r.key, document: doc.id, act: doc.act, number: doc.number, date: doc.issued_on,
              start: r.start, end: r.end, quote: r.quote, rule: r.rule, basis: r.basis})[0] AS first
RETURN body AS body, name AS name, provinces AS provinces, documents AS documents, tasks AS tasks, first AS first
ORDER BY tasks DESC, body

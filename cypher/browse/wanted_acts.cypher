// name: wanted_acts(limit)
// returns: key, citations, documents, provinces
// The fetch list: acts cited whose text is not held, those first that most provinces cite.
MATCH (:Provision)-[r:CITES]->(d:Directive) WHERE NOT coalesce(d.held, false)
WITH d.key AS key, r.document AS document, count(r) AS times
MATCH (doc:Document {id: document})
RETURN key AS key, sum(times) AS citations, count(DISTINCT doc.id) AS documents,
       count(DISTINCT doc.province) AS provinces
ORDER BY provinces DESC, documents DESC, citations DESC, key LIMIT $limit

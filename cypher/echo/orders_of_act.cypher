// name: orders_of_act(documents)
// returns: measure, document, quote, start, end
// The measures that the documents of an act order.
MATCH (doc:Document)-[:HAS_PROVISION]->(:Provision)-[r:ORDERS]->(m:Measure) WHERE doc.id IN $documents
RETURN m.id AS measure, doc.id AS document, r.quote AS quote, r.start AS start, r.end AS end
ORDER BY measure, document, start

// name: orders_of_act(documents)
// returns: measure, document, quote, start, end
// The measures that the documents of an act order.
UNWIND $documents AS document
MATCH (:Document {id: document})-[:HAS_PROVISION]->(:Provision)-[r:ORDERS]->(m:Measure)
WITH m.id AS measure, document, r.quote AS quote, r.start AS start, r.end AS end
RETURN measure, document, quote, start, end
ORDER BY measure, document, start

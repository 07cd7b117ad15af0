// name: tasks_of_documents(documents)
// returns: document, key, body, name, start, end, quote, actor, actor_start, actor_end, measures
// Who was charged with what (phân công), task by task.
MATCH (doc:Document)-[:HAS_PROVISION]->(:Provision)-[r:ASSIGNS]->(b:Body) WHERE doc.id IN $documents
RETURN doc.id AS document, r.key AS key, b.id AS body, b.name AS name, r.start AS start, r.end AS end,
       r.quote AS quote, r.actor_quote AS actor, r.actor_start AS actor_start, r.actor_end AS actor_end,
       r.measures AS measures
ORDER BY document, start, end, body, key

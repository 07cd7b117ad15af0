// name: statements_of_document(id)
// returns: key, type, target, target_label, target_name, start, end, quote, relation, polarity, role, rule, basis, decided
// All that a document states, of itself and in its provisions; what was rejected stands apart.
MATCH (:Document {id: $id})-[r]->(t) WHERE r.key IS NOT NULL AND type(r) <> 'REJECTED'
RETURN r.key AS key, type(r) AS type, coalesce(t.key, t.id, t.code) AS target, labels(t)[0] AS target_label,
       coalesce(t.name, t.subject) AS target_name, r.start AS start, r.end AS end, r.quote AS quote,
       r.relation AS relation, r.polarity AS polarity, r.role AS role, r.rule AS rule, r.basis AS basis,
       r.decided AS decided
UNION
MATCH (:Document {id: $id})-[:HAS_PROVISION]->(:Provision)-[r]->(t) WHERE r.key IS NOT NULL AND type(r) <> 'REJECTED'
RETURN r.key AS key, type(r) AS type, coalesce(t.key, t.id, t.code) AS target, labels(t)[0] AS target_label,
       coalesce(t.name, t.subject) AS target_name, r.start AS start, r.end AS end, r.quote AS quote,
       r.relation AS relation, r.polarity AS polarity, r.role AS role, r.rule AS rule, r.basis AS basis,
       r.decided AS decided

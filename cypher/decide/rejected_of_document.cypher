// name: rejected_of_document(id)
// returns: key, type, target, target_label, target_name, start, end, quote, relation, polarity, role, rule, basis
// What people rejected of a document's statements, as it was stated.
MATCH (:Document {id: $id})-[r:REJECTED]->(t)
RETURN r.key AS key, r.stated_type AS type, r.stated_target AS target, r.stated_to AS target_label,
       t.name AS target_name, r.start AS start, r.end AS end, r.quote AS quote, r.relation AS relation,
       r.polarity AS polarity, r.role AS role, r.rule AS rule, r.basis AS basis
UNION
MATCH (:Document {id: $id})-[:HAS_PROVISION]->(:Provision)-[r:REJECTED]->(t)
RETURN r.key AS key, r.stated_type AS type, r.stated_target AS target, r.stated_to AS target_label,
       t.name AS target_name, r.start AS start, r.end AS end, r.quote AS quote, r.relation AS relation,
       r.polarity AS polarity, r.role AS role, r.rule AS rule, r.basis AS basis

// name: rejected_statement(key)
// returns: type, document, source_key, target_key, target_label, target_name, provision, props
// A statement that a person rejected, as it was stated.
MATCH (p)-[r:REJECTED]->(t) WHERE r.key = $key
RETURN r.stated_type AS type, r.document AS document, coalesce(p.key, p.id) AS source_key,
       r.stated_target AS target_key, r.stated_to AS target_label, t.name AS target_name,
       CASE WHEN p.key IS NULL THEN null ELSE p{.key, .kind, .label, .start, .end} END AS provision,
       properties(r) AS props

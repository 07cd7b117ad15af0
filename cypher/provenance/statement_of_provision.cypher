// name: statement_of_provision(key)
// returns: type, document, source_key, target_key, target_label, target_name, provision, props
// A statement made in a provision.
MATCH (p:Provision)-[r:CITES|ORDERS|AVOIDS|LIFTS|MENTIONS|ASSIGNS|NAMES|REUSES]->(t) WHERE r.key = $key
RETURN type(r) AS type, p.document AS document, p.key AS source_key, coalesce(t.key, t.id, t.code) AS target_key,
       labels(t)[0] AS target_label, coalesce(t.name, t.subject) AS target_name,
       p{.key, .kind, .label, .start, .end} AS provision, properties(r) AS props

// name: statement_of_provision(key)
// returns: type, document, source_key, target_key, target_label, target_name, provision, props
// A statement made in a provision.
// A branch for each type and no labels: only so does the embedded store use the index on its key.
MATCH (p)-[r:CITES]->(t) WHERE r.key = $key
RETURN type(r) AS type, r.document AS document, p.key AS source_key, coalesce(t.key, t.id, t.code) AS target_key,
       labels(t)[0] AS target_label, coalesce(t.name, t.subject) AS target_name,
       p{.key, .kind, .label, .start, .end} AS provision, properties(r) AS props
UNION ALL
MATCH (p)-[r:ORDERS]->(t) WHERE r.key = $key
RETURN type(r) AS type, r.document AS document, p.key AS source_key, coalesce(t.key, t.id, t.code) AS target_key,
       labels(t)[0] AS target_label, coalesce(t.name, t.subject) AS target_name,
       p{.key, .kind, .label, .start, .end} AS provision, properties(r) AS props
UNION ALL
MATCH (p)-[r:AVOIDS]->(t) WHERE r.key = $key
RETURN type(r) AS type, r.document AS document, p.key AS source_key, coalesce(t.key, t.id, t.code) AS target_key,
       labels(t)[0] AS target_label, coalesce(t.name, t.subject) AS target_name,
       p{.key, .kind, .label, .start, .end} AS provision, properties(r) AS props
UNION ALL
MATCH (p)-[r:LIFTS]->(t) WHERE r.key = $key
RETURN type(r) AS type, r.document AS document, p.key AS source_key, coalesce(t.key, t.id, t.code) AS target_key,
       labels(t)[0] AS target_label, coalesce(t.name, t.subject) AS target_name,
       p{.key, .kind, .label, .start, .end} AS provision, properties(r) AS props
UNION ALL
MATCH (p)-[r:MENTIONS]->(t) WHERE r.key = $key
RETURN type(r) AS type, r.document AS document, p.key AS source_key, coalesce(t.key, t.id, t.code) AS target_key,
       labels(t)[0] AS target_label, coalesce(t.name, t.subject) AS target_name,
       p{.key, .kind, .label, .start, .end} AS provision, properties(r) AS props
UNION ALL
MATCH (p)-[r:ASSIGNS]->(t) WHERE r.key = $key
RETURN type(r) AS type, r.document AS document, p.key AS source_key, coalesce(t.key, t.id, t.code) AS target_key,
       labels(t)[0] AS target_label, coalesce(t.name, t.subject) AS target_name,
       p{.key, .kind, .label, .start, .end} AS provision, properties(r) AS props
UNION ALL
MATCH (p)-[r:NAMES]->(t) WHERE r.key = $key
RETURN type(r) AS type, r.document AS document, p.key AS source_key, coalesce(t.key, t.id, t.code) AS target_key,
       labels(t)[0] AS target_label, coalesce(t.name, t.subject) AS target_name,
       p{.key, .kind, .label, .start, .end} AS provision, properties(r) AS props
UNION ALL
MATCH (p)-[r:REUSES]->(t) WHERE r.key = $key
RETURN type(r) AS type, r.document AS document, p.key AS source_key, coalesce(t.key, t.id, t.code) AS target_key,
       labels(t)[0] AS target_label, coalesce(t.name, t.subject) AS target_name,
       p{.key, .kind, .label, .start, .end} AS provision, properties(r) AS props
UNION ALL
MATCH (p)-[r:SHARES]->(t) WHERE r.key = $key
RETURN type(r) AS type, r.document AS document, p.key AS source_key, coalesce(t.key, t.id, t.code) AS target_key,
       labels(t)[0] AS target_label, coalesce(t.name, t.subject) AS target_name,
       p{.key, .kind, .label, .start, .end} AS provision, properties(r) AS props

// name: statement_of_document(key)
// returns: type, document, source_key, target_key, target_label, target_name, provision, props
// A statement that a document makes of itself.
// A branch for each type and no labels: only so does the embedded store use the index on its key.
MATCH (d)-[r:TEXT_OF]->(t) WHERE r.key = $key
RETURN type(r) AS type, r.document AS document, d.id AS source_key, coalesce(t.key, t.id, t.code) AS target_key,
       labels(t)[0] AS target_label, coalesce(t.name, t.subject) AS target_name, null AS provision,
       properties(r) AS props
UNION ALL
MATCH (d)-[r:ISSUED_IN]->(t) WHERE r.key = $key
RETURN type(r) AS type, r.document AS document, d.id AS source_key, coalesce(t.key, t.id, t.code) AS target_key,
       labels(t)[0] AS target_label, coalesce(t.name, t.subject) AS target_name, null AS provision,
       properties(r) AS props
UNION ALL
MATCH (d)-[r:ISSUED_BY]->(t) WHERE r.key = $key
RETURN type(r) AS type, r.document AS document, d.id AS source_key, coalesce(t.key, t.id, t.code) AS target_key,
       labels(t)[0] AS target_label, coalesce(t.name, t.subject) AS target_name, null AS provision,
       properties(r) AS props
UNION ALL
MATCH (d)-[r:ADDRESSED_TO]->(t) WHERE r.key = $key
RETURN type(r) AS type, r.document AS document, d.id AS source_key, coalesce(t.key, t.id, t.code) AS target_key,
       labels(t)[0] AS target_label, coalesce(t.name, t.subject) AS target_name, null AS provision,
       properties(r) AS props
UNION ALL
MATCH (d)-[r:SENT_TO]->(t) WHERE r.key = $key
RETURN type(r) AS type, r.document AS document, d.id AS source_key, coalesce(t.key, t.id, t.code) AS target_key,
       labels(t)[0] AS target_label, coalesce(t.name, t.subject) AS target_name, null AS provision,
       properties(r) AS props

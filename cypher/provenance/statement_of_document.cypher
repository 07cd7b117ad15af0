// name: statement_of_document(key)
// returns: type, document, source_key, target_key, target_label, target_name, provision, props
// A statement that a document makes of itself.
MATCH (d:Document)-[r:TEXT_OF|ISSUED_IN|ISSUED_BY|ADDRESSED_TO|SENT_TO]->(t) WHERE r.key = $key
RETURN type(r) AS type, d.id AS document, d.id AS source_key, coalesce(t.key, t.id, t.code) AS target_key,
       labels(t)[0] AS target_label, coalesce(t.name, t.subject) AS target_name, null AS provision,
       properties(r) AS props

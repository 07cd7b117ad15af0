// name: new_documents(since)
// returns: kind, key, run, synthetic
// Documents that a run brought here first, not earlier than a moment.
MATCH (d:Document) WHERE d.first_run >= $since
RETURN '1' AS kind, d.id AS key, d.first_run AS run, d.synthetic AS synthetic
ORDER BY key

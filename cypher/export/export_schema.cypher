// name: export_schema()
// returns: version
// The migrations that the store has.
MATCH (m:Migration)
RETURN m.version AS version ORDER BY version

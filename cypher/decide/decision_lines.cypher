// name: decision_lines(after, limit)
// returns: id, line
// Decisions as the log has them, by id, a portion at a time.
MATCH (d:Decision) WHERE d.id > $after
RETURN d.id AS id, d.line AS line ORDER BY id LIMIT $limit

// name: decisions_count(document, action, by, statement)
// returns: total
// How many decisions a list holds.
MATCH (d:Decision)
WHERE ($document IS NULL OR d.document = $document) AND ($action IS NULL OR d.action = $action)
  AND ($by IS NULL OR d.by = $by) AND ($statement IS NULL OR d.statement = $statement)
RETURN count(d) AS total

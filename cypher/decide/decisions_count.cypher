// name: decisions_count(document, action, by, statement, ids)
// returns: total
// How many decisions a list holds.
MATCH (d:Decision)
WHERE ($document IS NULL OR d.document = $document) AND ($action IS NULL OR d.action = $action)
  AND ($by IS NULL OR d.by = $by) AND ($statement IS NULL OR d.statement = $statement)
  AND ($ids IS NULL OR d.id IN $ids)
RETURN count(d) AS total

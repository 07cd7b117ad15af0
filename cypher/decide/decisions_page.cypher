// name: decisions_page(document, action, by, statement, ids, after, limit)
// returns: id, at, document, line
// A page of decisions in the order of the log, after one of them (`at`, a blank and the id).
MATCH (d:Decision)
WHERE ($document IS NULL OR d.document = $document) AND ($action IS NULL OR d.action = $action)
  AND ($by IS NULL OR d.by = $by) AND ($statement IS NULL OR d.statement = $statement)
  AND ($ids IS NULL OR d.id IN $ids)
  AND d.at + ' ' + d.id > $after
RETURN d.id AS id, d.at AS at, d.document AS document, d.line AS line ORDER BY at, id LIMIT $limit

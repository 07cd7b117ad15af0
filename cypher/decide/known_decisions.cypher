// name: known_decisions(ids)
// returns: id
// Which of some decisions the store has.
MATCH (d:Decision) WHERE d.id IN $ids
RETURN d.id AS id ORDER BY id

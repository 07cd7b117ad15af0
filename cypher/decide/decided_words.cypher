// name: decided_words(statement)
// returns: document, start, end
// Where a statement stood that somebody decided about, by the key that it was stated under.
MATCH (d:Decision) WHERE d.statement = $statement
RETURN DISTINCT d.document AS document, d.start AS start, d.end AS end

// name: completeness_of(ids)
// returns: id, completeness
// How much of its act each document holds: full, excerpt or report.
UNWIND $ids AS id
MATCH (d:Document {id: id})-[t:TEXT_OF]->(:Directive)
RETURN d.id AS id, min(t.completeness) AS completeness
ORDER BY id

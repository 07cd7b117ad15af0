// name: statement_count()
// returns: statements
// How many statements stand in the graph.
MATCH ()-[r]->() WHERE r.key IS NOT NULL AND type(r) <> 'REJECTED'
RETURN count(r) AS statements

// name: directive_count()
// returns: directives
// How many acts are known.
MATCH (d:Directive) RETURN count(d) AS directives

// name: act_formerly(key)
// returns: key
// The act that had another key before a person placed, numbered or dated it.
MATCH (:Document)-[t:TEXT_OF]->(d:Directive) WHERE t.former_key = $key
RETURN DISTINCT d.key AS key
ORDER BY key

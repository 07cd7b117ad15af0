// name: conflicts_of_acts(keys)
// returns: key, conflicts
// Where texts and citations say otherwise of some acts than the catalogue does, as JSON.
MATCH (d:Directive) WHERE d.key IN $keys AND d.conflicts IS NOT NULL
RETURN d.key AS key, d.conflicts AS conflicts ORDER BY key

// name: known_targets(keys)
// returns: key
// Which of some measures, provinces and bodies there are.
MATCH (m:Measure) WHERE m.id IN $keys RETURN m.id AS key
UNION
MATCH (p:Province) WHERE p.code IN $keys RETURN p.code AS key
UNION
MATCH (b:Body) WHERE b.id IN $keys RETURN b.id AS key

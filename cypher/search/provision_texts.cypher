// name: provision_texts(keys)
// returns: key, kind, label, start, text
// The words of some provisions.
MATCH (p:Provision) WHERE p.key IN $keys
RETURN p.key AS key, p.kind AS kind, p.label AS label, p.start AS start, p.text AS text
ORDER BY key

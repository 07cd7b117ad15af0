// name: bodies_named(ids)
// returns: id, name
// The names of some bodies; instances (so-yt~72) go by their body.
MATCH (b:Body)
WITH split(b.id, '~')[0] AS id, b.name AS name
WHERE id IN $ids
RETURN id AS id, min(name) AS name ORDER BY id

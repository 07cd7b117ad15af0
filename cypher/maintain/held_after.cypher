// name: held_after(after, limit)
// returns: id, fingerprint, reader, synthetic
// A portion of the documents, by id: what each was read by, to see which are to be read anew.
MATCH (d:Document) WHERE d.id > $after
RETURN d.id AS id, d.fingerprint AS fingerprint, d.reader AS reader, d.synthetic AS synthetic
ORDER BY id LIMIT $limit

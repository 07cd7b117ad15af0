// name: stale_documents(limit)
// returns: id, text, text_sha256, reader, paths, synthetic, read_as
// Documents that wait to be read anew after a decision.
MATCH (d:Document) WHERE d.fingerprint = ''
RETURN d.id AS id, d.text AS text, d.text_sha256 AS text_sha256, d.reader AS reader, d.paths AS paths,
       d.synthetic AS synthetic, d.read_as AS read_as
ORDER BY id LIMIT $limit

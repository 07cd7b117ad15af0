// name: documents_to_check(ids)
// returns: id, text, text_sha256, header, digest, private
// Texts and what is recorded of them.
MATCH (d:Document) WHERE d.id IN $ids
RETURN d.id AS id, d.text AS text, d.text_sha256 AS text_sha256, d.header AS header, d.statements AS digest,
       d.private AS private
ORDER BY id

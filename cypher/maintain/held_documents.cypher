// name: held_documents(ids)
// returns: id, fingerprint, paths, act, province
// What is held of some documents, to leave unchanged ones alone.
MATCH (d:Document) WHERE d.id IN $ids
RETURN d.id AS id, d.fingerprint AS fingerprint, d.paths AS paths, d.act AS act,
       d.province AS province

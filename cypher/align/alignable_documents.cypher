// name: alignable_documents(after, limit)
// returns: id, act, issued_on, central, level, province, issuer, stretches, mark
// Documents whose wording may be compared, a portion at a time: which act, when and where it was issued, what
// is compared of it, and with what it was last aligned as a source.
MATCH (d:Document) WHERE d.id > $after
RETURN d.id AS id, d.act AS act, d.issued_on AS issued_on, d.central AS central, d.level AS level,
       d.province AS province, d.issuer AS issuer, d.stretches AS stretches, d.aligned AS mark
ORDER BY id LIMIT $limit

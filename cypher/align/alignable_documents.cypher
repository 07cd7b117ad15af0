// name: alignable_documents()
// returns: id, act, issued_on, central
// Documents whose wording may be compared: which act, which date, and whether the centre issued it.
MATCH (d:Document)
RETURN d.id AS id, d.act AS act, d.issued_on AS issued_on, d.central AS central
ORDER BY id

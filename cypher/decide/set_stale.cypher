// name: set_stale(ids)
// Marks documents whose own data was decided about, or that another vocabulary read: they are to be read anew
// from the text that is stored.
MATCH (d:Document) WHERE d.id IN $ids
SET d.fingerprint = ''

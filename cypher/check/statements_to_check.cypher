// name: statements_to_check(ids)
// returns: holder, key, type, document, start, end, quote, basis, source_document, source_start, source_end, source_quote
// Every statement of some documents with its evidence; `holder` is the document that it hangs on.
MATCH (d:Document)-[r]->() WHERE d.id IN $ids AND r.key IS NOT NULL
RETURN d.id AS holder, r.key AS key, type(r) AS type, r.document AS document, r.start AS start, r.end AS end,
       r.quote AS quote, r.basis AS basis, r.source_document AS source_document, r.source_start AS source_start,
       r.source_end AS source_end, r.source_quote AS source_quote
UNION
MATCH (d:Document)-[:HAS_PROVISION]->(:Provision)-[r]->() WHERE d.id IN $ids AND r.key IS NOT NULL
RETURN d.id AS holder, r.key AS key, type(r) AS type, r.document AS document, r.start AS start, r.end AS end,
       r.quote AS quote, r.basis AS basis, r.source_document AS source_document, r.source_start AS source_start,
       r.source_end AS source_end, r.source_quote AS source_quote

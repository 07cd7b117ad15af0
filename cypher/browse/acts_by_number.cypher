// name: acts_by_number(number, keys)
// returns: key, number, date, doc_type, issuer, issuer_name, subject, province, held, catalogue_date, catalogue_issuer, catalogue_issuer_name, catalogue_subject, catalogue_source, documents
// Acts by number or by key, each with the documents that hold its text.
// Either by its own index: the embedded store looks through all acts for an OR, and for a null.
CALL () {
  UNWIND $keys AS key
  MATCH (a:Directive {key: key})
  RETURN a AS d
  UNION
  MATCH (a:Directive {number: $number})
  RETURN a AS d
}
OPTIONAL MATCH (text:Document)-[:TEXT_OF]->(d)
WITH d, text ORDER BY text.id
WITH d, collect(DISTINCT text.id) AS documents, d.issuer AS issuer
OPTIONAL MATCH (b:Body {id: issuer})
RETURN d.key AS key, d.number AS number, d.date AS date, d.doc_type AS doc_type, d.issuer AS issuer,
       b.name AS issuer_name, d.subject AS subject, d.province AS province, d.held AS held,
       d.catalogue_date AS catalogue_date, d.catalogue_issuer AS catalogue_issuer,
       d.catalogue_issuer_name AS catalogue_issuer_name, d.catalogue_subject_en AS catalogue_subject,
       d.catalogue_source AS catalogue_source, documents AS documents
ORDER BY key

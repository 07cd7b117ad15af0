// name: documents_of_province(code)
// returns: id
// The documents issued in a province, by date.
MATCH (d:Document)-[:ISSUED_IN]->(p:Province {code: $code})
RETURN d.id AS id ORDER BY coalesce(d.issued_on, '9999'), id

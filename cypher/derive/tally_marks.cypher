// name: tally_marks()
// returns: province, document, statements
// What tallies follow from: the documents of each province, with digests of what they state.
MATCH (doc:Document)-[:ISSUED_IN]->(p:Province)
RETURN p.code AS province, doc.id AS document, doc.statements AS statements
ORDER BY province, document

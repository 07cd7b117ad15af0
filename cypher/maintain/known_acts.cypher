// name: known_acts(numbers, serials, dates)
// returns: key, number, date, doc_type, issuer, topic, province, held
// Acts that a citation may mean, by number, by bare number or by date: acts held, catalogued, or cited with number and date.
MATCH (d:Directive)
WHERE d.known AND (d.number IN $numbers OR d.serial IN $serials OR d.date IN $dates)
RETURN d.key AS key, d.number AS number, d.date AS date, d.doc_type AS doc_type, d.issuer AS issuer,
       d.topic AS topic, d.province AS province, d.held AS held

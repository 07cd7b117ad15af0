// name: citations_under(lookups)
// returns: key, document, act, number, date, start, end, quote, candidates
// Citations that look for an act under a number (or a serial and a type) and are of no one act.
// IN a parameter, not UNWIND: only so does the embedded store use the index on look-ups.
MATCH (p)-[r:CITES]->(t) WHERE r.lookup IN $lookups
WITH r, t, r.document AS document WHERE t:Reference
MATCH (d:Document {id: document})
RETURN r.key AS key, document AS document, d.act AS act, d.number AS number, d.issued_on AS date,
       r.start AS start, r.end AS end, r.quote AS quote, r.candidates AS candidates
ORDER BY document, start, key

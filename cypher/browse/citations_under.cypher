// name: citations_under(lookups)
// returns: lookup, key, document, act, number, date, start, end, quote, candidates, synthetic
// Citations that look for an act under a number (or a serial and a type) and are of no one act.
UNWIND $lookups AS lookup
MATCH (p)-[r:CITES]->(t) WHERE r.lookup = lookup
WITH lookup, r, t, r.document AS document WHERE t:Reference
MATCH (d:Document {id: document})
RETURN lookup AS lookup, r.key AS key, document AS document, d.act AS act, d.number AS number, d.issued_on AS date,
       r.start AS start, r.end AS end, r.quote AS quote, r.candidates AS candidates, d.synthetic AS synthetic
ORDER BY document, start, key

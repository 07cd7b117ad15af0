// name: unresolved_citations(province, after, limit)
// returns: key, place, document, act, number, date, province, central, start, end, quote, candidates
// Citations that name an act and not which, by date of their document (undated ones last), document and place in
// its text, after one place. Words that name acts in general ("các chỉ đạo của trung ương") are none of them.
MATCH (t:Reference)<-[r:CITES]-() WHERE r.kind <> 'generic'
// By document, so that each is looked up once; plain values, for a row with a document would hold its text.
WITH r.document AS document, collect({key: r.key, start: r.start, end: r.end, quote: r.quote,
     candidates: r.candidates}) AS citations
MATCH (d:Document {id: document}) WHERE $province IS NULL OR d.province = $province
WITH document, citations, d.act AS act, d.number AS number, d.issued_on AS date, d.province AS province,
     d.central AS central
UNWIND citations AS c
WITH c, document, act, number, date, province, central,
     coalesce(date, '9999') + ' ' + document + ' ' + toString(1000000000 + c.start) + ' ' + c.key AS place
WHERE place > $after
RETURN c.key AS key, place AS place, document AS document, act AS act, number AS number, date AS date,
       province AS province, central AS central, c.start AS start, c.end AS end, c.quote AS quote,
       c.candidates AS candidates
ORDER BY place LIMIT $limit

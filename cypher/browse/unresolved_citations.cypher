// name: unresolved_citations(province, after, limit)
// returns: key, place, document, act, number, date, province, central, start, end, quote, candidates
// Citations that name an act and not which, by date of their document (undated ones last), document and place in
// its text, after one place. Words that name acts in general ("các chỉ đạo của trung ương") are none of them.
MATCH (t:Reference)<-[r:CITES]-() WHERE r.kind <> 'generic'
WITH r, r.document AS document
MATCH (d:Document {id: document}) WHERE $province IS NULL OR d.province = $province
WITH r, d, coalesce(d.issued_on, '9999') + ' ' + d.id + ' ' + toString(1000000000 + r.start) + ' ' + r.key AS place
WHERE place > $after
RETURN r.key AS key, place AS place, d.id AS document, d.act AS act, d.number AS number, d.issued_on AS date,
       d.province AS province, d.central AS central, r.start AS start, r.end AS end, r.quote AS quote,
       r.candidates AS candidates
ORDER BY place LIMIT $limit

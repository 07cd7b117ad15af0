// name: unresolved_count(province)
// returns: total, synthetic
// How many citations name an act and not which, and how many of them stand in composed documents.
MATCH (t:Reference)<-[r:CITES]-() WHERE r.kind <> 'generic'
WITH r.document AS document, count(r) AS times
MATCH (d:Document {id: document}) WHERE $province IS NULL OR d.province = $province
RETURN coalesce(sum(times), 0) AS total, coalesce(sum(CASE WHEN d.synthetic THEN times ELSE 0 END), 0) AS synthetic

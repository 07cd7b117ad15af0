// name: formula_counts(ids)
// returns: id, text, places, documents, provinces, central, first_on, synthetic
// How many documents and provinces share some formulas, how many central acts among them, and since when.
MATCH (f:Formula)<-[r:SHARES]-(:Provision) WHERE f.id IN $ids
WITH f, r.document AS document, count(r) AS places
MATCH (d:Document {id: document})
RETURN f.id AS id, f.text AS text, sum(places) AS places, count(d) AS documents,
       count(DISTINCT d.province) AS provinces, sum(CASE WHEN d.central THEN 1 ELSE 0 END) AS central,
       min(d.issued_on) AS first_on, sum(CASE WHEN d.synthetic THEN 1 ELSE 0 END) AS synthetic
ORDER BY id

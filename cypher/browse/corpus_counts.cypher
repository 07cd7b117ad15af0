// name: corpus_counts()
// returns: documents, central, unplaced, undated, synthetic
// What is held, in all.
MATCH (d:Document)
RETURN count(d) AS documents, sum(CASE WHEN d.central THEN 1 ELSE 0 END) AS central,
       sum(CASE WHEN NOT d.central AND d.province IS NULL THEN 1 ELSE 0 END) AS unplaced,
       sum(CASE WHEN d.issued_on IS NULL THEN 1 ELSE 0 END) AS undated,
       sum(CASE WHEN d.synthetic THEN 1 ELSE 0 END) AS synthetic

// name: tallies(provinces)
// returns: province, mark, documents, synthetic, days, measures, bodies
// What is kept of provinces, whole.
MATCH (t:Tally) WHERE t.province IN $provinces
RETURN t.province AS province, t.mark AS mark, t.documents AS documents, t.synthetic AS synthetic,
       t.days AS days, t.measures AS measures, t.bodies AS bodies
ORDER BY province

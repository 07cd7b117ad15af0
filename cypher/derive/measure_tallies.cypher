// name: measure_tallies(provinces)
// returns: code, days, kinds
// What was counted of provinces: their documents, and what they state of measures, day by day.
MATCH (t:Tally) WHERE t.province IN $provinces
RETURN t.province AS code, t.days AS days, t.measures AS kinds ORDER BY code

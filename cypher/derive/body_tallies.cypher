// name: body_tallies(provinces)
// returns: code, days, kinds
// What was counted of provinces: their documents, and whom they charge with tasks, day by day.
MATCH (t:Tally) WHERE t.province IN $provinces
RETURN t.province AS code, t.days AS days, t.bodies AS kinds ORDER BY code

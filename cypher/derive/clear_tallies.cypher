// name: clear_tallies(provinces)
// Takes away what was kept of provinces.
MATCH (t:Tally) WHERE t.province IN $provinces
DELETE t

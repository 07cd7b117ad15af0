// name: last_decision()
// returns: at
// When the last decision was made; null where there is none.
MATCH (d:Decision)
RETURN max(d.at) AS at

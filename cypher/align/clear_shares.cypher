// name: clear_shares(keys)
// Takes away places of formulas.
MATCH (:Provision)-[r:SHARES]->(:Formula) WHERE r.key IN $keys
DELETE r

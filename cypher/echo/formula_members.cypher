// name: formula_members(id)
// returns: key, document, quote, start, end, rule, basis, act, number, date, central, level, province, synthetic
// Every place where a formula stands, by date.
MATCH (d:Document)-[:HAS_PROVISION]->(:Provision)-[r:SHARES]->(f:Formula {id: $id})
RETURN r.key AS key, d.id AS document, r.quote AS quote, r.start AS start, r.end AS end, r.rule AS rule,
       r.basis AS basis, d.act AS act, d.number AS number, d.issued_on AS date, d.central AS central,
       d.level AS level, d.province AS province, d.synthetic AS synthetic
ORDER BY date, document, start

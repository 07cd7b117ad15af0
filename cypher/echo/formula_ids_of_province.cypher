// name: formula_ids_of_province(province)
// returns: id
// The formulas that stand in acts of a province.
MATCH (:Province {code: $province})<-[:ISSUED_IN]-(d:Document)
WITH DISTINCT d
MATCH (d)-[:HAS_PROVISION]->(:Provision)-[:SHARES]->(f:Formula)
RETURN DISTINCT f.id AS id ORDER BY id

// name: first_orders_of_province(province)
// returns: province, measure, first, pieces
// The first orders kept of a province.
MATCH (p:Province {code: $province})-[f:FIRST_ORDERED]->(m:Measure)
RETURN p.code AS province, m.id AS measure, f.first AS first, f.pieces AS pieces
ORDER BY measure

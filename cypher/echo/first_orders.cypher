// name: first_orders(measures, since)
// returns: province, measure, pieces
// The first orders of some measures, of provinces where nobody had ordered them before a day.
MATCH (p:Province)-[f:FIRST_ORDERED]->(m:Measure) WHERE m.id IN $measures AND f.first >= $since
RETURN p.code AS province, m.id AS measure, f.pieces AS pieces
ORDER BY province, measure

// name: export_first_orders(ids)
// returns: type, source, source_labels, target, target_labels, props
// When provinces first ordered measures, as it is kept.
MATCH (a:Province) WHERE a.code IN $ids
MATCH (a)-[r:FIRST_ORDERED]->(b:Measure)
RETURN type(r) AS type, a.code AS source, ['Province'] AS source_labels,
       b.id AS target, ['Measure'] AS target_labels, properties(r) AS props

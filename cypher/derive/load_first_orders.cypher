// name: load_first_orders(rows)
// Keeps when and in which words provinces first ordered measures.
UNWIND $rows AS row
MATCH (p:Province {code: row.province})
MATCH (m:Measure {id: row.measure})
CREATE (p)-[f:FIRST_ORDERED]->(m)
SET f.first = row.first, f.pieces = row.pieces, f.basis = 'derived'

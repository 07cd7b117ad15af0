// name: load_echo_lists(rows)
// Keeps the pieces that speak for the echo of acts.
UNWIND $rows AS row
MERGE (e:EchoList {act: row.act})
SET e.pieces = row.pieces, e.basis = 'derived'

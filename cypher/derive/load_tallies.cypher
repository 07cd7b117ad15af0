// name: load_tallies(rows)
// Keeps what provinces state, day by day.
UNWIND $rows AS row
MERGE (t:Tally {province: row.province})
SET t += row.props, t.basis = 'derived'

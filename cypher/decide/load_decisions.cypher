// name: load_decisions(rows)
// Decisions of people: appended, never changed. `line` is the decision as the log has it.
UNWIND $rows AS row
MERGE (d:Decision {id: row.id})
SET d += row.props

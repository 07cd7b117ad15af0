// name: describe_acts(rows)
// Sets what an act is known by, put together from text, catalogue and citations.
UNWIND $rows AS row
MATCH (d:Directive {key: row.key})
SET d += row.props

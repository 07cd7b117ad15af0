// name: set_conflicts(rows)
// Records where texts and citations say otherwise of acts than the catalogue; null where they do not.
UNWIND $rows AS row
MATCH (d:Directive {key: row.key})
SET d.conflicts = row.conflicts

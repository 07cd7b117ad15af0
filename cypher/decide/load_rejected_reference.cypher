// name: load_rejected_reference(rows)
// A statement about a reference that a person rejected: kept, and counted nowhere.
UNWIND $rows AS row
MATCH (a:Provision {key: row.source})
MERGE (b:Reference {key: row.target})
MERGE (a)-[r:REJECTED {key: row.key}]->(b)
SET r += row.props, b.document = row.props.document, b.text = row.props.quote

// name: load_text_of(rows)
// The act that a document is the text of.
UNWIND $rows AS row
MATCH (a:Document {id: row.source})
MERGE (b:Directive {key: row.target})
MERGE (a)-[r:TEXT_OF {key: row.key}]->(b)
SET r += row.props

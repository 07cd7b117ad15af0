// name: clear_recipients_at(spans)
// Takes away what some words state of a document itself, before it is written anew.
UNWIND $spans AS span
MATCH (d:Document {id: span.document})-[r:ADDRESSED_TO|SENT_TO|REJECTED]->()
WHERE r.start = span.start AND r.end = span.end
DELETE r

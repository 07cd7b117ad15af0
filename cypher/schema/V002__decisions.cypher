// What people decide about statements and documents, kept for good; and the statements that they rejected,
// apart from those that count.
CREATE CONSTRAINT decision_id IF NOT EXISTS FOR (n:Decision) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT rejected_key IF NOT EXISTS FOR ()-[r:REJECTED]-() REQUIRE r.key IS UNIQUE;
CREATE INDEX rejected_document IF NOT EXISTS FOR ()-[r:REJECTED]-() ON (r.document);
CREATE INDEX decision_document IF NOT EXISTS FOR (n:Decision) ON (n.document);
CREATE INDEX decision_statement IF NOT EXISTS FOR (n:Decision) ON (n.statement);
CREATE INDEX decision_at IF NOT EXISTS FOR (n:Decision) ON (n.at);

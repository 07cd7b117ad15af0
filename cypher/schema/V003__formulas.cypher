// Wording that is common property: stored once, with a relationship to each place where it stands.
CREATE CONSTRAINT formula_id IF NOT EXISTS FOR (n:Formula) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT shares_key IF NOT EXISTS FOR ()-[r:SHARES]-() REQUIRE r.key IS UNIQUE;
CREATE INDEX shares_document IF NOT EXISTS FOR ()-[r:SHARES]-() ON (r.document);
CREATE INDEX reuses_source IF NOT EXISTS FOR ()-[r:REUSES]-() ON (r.source_document);

// The keys of the graph. One relationship is one piece of evidence: its key keeps parallel ones apart and a
// second load of the same document from doubling them.
CREATE CONSTRAINT document_id IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT directive_key IF NOT EXISTS FOR (n:Directive) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT reference_key IF NOT EXISTS FOR (n:Reference) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT province_code IF NOT EXISTS FOR (n:Province) REQUIRE n.code IS UNIQUE;
CREATE CONSTRAINT body_id IF NOT EXISTS FOR (n:Body) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT measure_id IF NOT EXISTS FOR (n:Measure) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT provision_key IF NOT EXISTS FOR (n:Provision) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT run_id IF NOT EXISTS FOR (n:Run) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT dataset_id IF NOT EXISTS FOR (n:Dataset) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT migration_version IF NOT EXISTS FOR (n:Migration) REQUIRE n.version IS UNIQUE;

CREATE CONSTRAINT text_of_key IF NOT EXISTS FOR ()-[r:TEXT_OF]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT issued_in_key IF NOT EXISTS FOR ()-[r:ISSUED_IN]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT issued_by_key IF NOT EXISTS FOR ()-[r:ISSUED_BY]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT addressed_to_key IF NOT EXISTS FOR ()-[r:ADDRESSED_TO]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT sent_to_key IF NOT EXISTS FOR ()-[r:SENT_TO]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT cites_key IF NOT EXISTS FOR ()-[r:CITES]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT orders_key IF NOT EXISTS FOR ()-[r:ORDERS]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT avoids_key IF NOT EXISTS FOR ()-[r:AVOIDS]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT lifts_key IF NOT EXISTS FOR ()-[r:LIFTS]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT mentions_key IF NOT EXISTS FOR ()-[r:MENTIONS]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT assigns_key IF NOT EXISTS FOR ()-[r:ASSIGNS]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT names_key IF NOT EXISTS FOR ()-[r:NAMES]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT reuses_key IF NOT EXISTS FOR ()-[r:REUSES]-() REQUIRE r.key IS UNIQUE;

// A document's statements are found, replaced and removed by its id.
CREATE INDEX text_of_document IF NOT EXISTS FOR ()-[r:TEXT_OF]-() ON (r.document);
CREATE INDEX issued_in_document IF NOT EXISTS FOR ()-[r:ISSUED_IN]-() ON (r.document);
CREATE INDEX issued_by_document IF NOT EXISTS FOR ()-[r:ISSUED_BY]-() ON (r.document);
CREATE INDEX addressed_to_document IF NOT EXISTS FOR ()-[r:ADDRESSED_TO]-() ON (r.document);
CREATE INDEX sent_to_document IF NOT EXISTS FOR ()-[r:SENT_TO]-() ON (r.document);
CREATE INDEX cites_document IF NOT EXISTS FOR ()-[r:CITES]-() ON (r.document);
CREATE INDEX orders_document IF NOT EXISTS FOR ()-[r:ORDERS]-() ON (r.document);
CREATE INDEX avoids_document IF NOT EXISTS FOR ()-[r:AVOIDS]-() ON (r.document);
CREATE INDEX lifts_document IF NOT EXISTS FOR ()-[r:LIFTS]-() ON (r.document);
CREATE INDEX mentions_document IF NOT EXISTS FOR ()-[r:MENTIONS]-() ON (r.document);
CREATE INDEX assigns_document IF NOT EXISTS FOR ()-[r:ASSIGNS]-() ON (r.document);
CREATE INDEX names_document IF NOT EXISTS FOR ()-[r:NAMES]-() ON (r.document);
CREATE INDEX reuses_document IF NOT EXISTS FOR ()-[r:REUSES]-() ON (r.document);

CREATE INDEX directive_number IF NOT EXISTS FOR (n:Directive) ON (n.number);
CREATE INDEX directive_serial IF NOT EXISTS FOR (n:Directive) ON (n.serial);
CREATE INDEX directive_date IF NOT EXISTS FOR (n:Directive) ON (n.date);
CREATE INDEX cites_lookup IF NOT EXISTS FOR ()-[r:CITES]-() ON (r.lookup);
CREATE INDEX document_act IF NOT EXISTS FOR (n:Document) ON (n.act);
CREATE INDEX reference_document IF NOT EXISTS FOR (n:Reference) ON (n.document);
CREATE INDEX document_issued_on IF NOT EXISTS FOR (n:Document) ON (n.issued_on);

// Text as it stands and without its marks, so that "gian cach" finds "giãn cách".
CREATE FULLTEXT INDEX provision_text IF NOT EXISTS FOR (n:Provision) ON EACH [n.text, n.text_fold];
CREATE FULLTEXT INDEX directive_text IF NOT EXISTS FOR (n:Directive) ON EACH [n.subject, n.subject_fold];

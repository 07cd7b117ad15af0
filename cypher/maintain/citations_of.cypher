// name: citations_of(ids)
// returns: document, source, target, identified, home, unit, home_date, central, props
// Every citation of some documents with what a resolution needs to know.
MATCH (d:Document) WHERE d.id IN $ids
MATCH (d)-[:HAS_PROVISION]->(p:Provision)-[r:CITES]->(t:Directive|Reference)
RETURN d.id AS document, p.key AS source, t.key AS target, t:Directive AS identified, d.province AS home,
       d.unit AS unit, d.issued_on AS home_date, d.central AS central,
       properties(r) AS props

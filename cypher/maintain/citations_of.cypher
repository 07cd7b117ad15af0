// name: citations_of(ids)
// returns: document, source, type, to, target, home, unit, home_date, central, props
// Every citation of some documents with what a resolution needs to know; rejected ones, too: what they would
// mean may change.
MATCH (d:Document) WHERE d.id IN $ids
MATCH (d)-[:HAS_PROVISION]->(p:Provision)-[r:CITES|REJECTED]->(t:Directive|Reference)
RETURN d.id AS document, p.key AS source, type(r) AS type, labels(t)[0] AS to, t.key AS target,
       d.province AS home, d.unit AS unit, d.issued_on AS home_date, d.central AS central,
       properties(r) AS props

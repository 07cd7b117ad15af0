// name: new_acts(since)
// returns: kind, key, run, synthetic, document, quote, start, end
// Acts cited by documents that came since a moment and by none that was here before; each with a citation of it.
MATCH (doc:Document)-[:HAS_PROVISION]->(:Provision)-[r:CITES]->(a:Directive)
WHERE doc.first_run >= $since AND r.relation <> 'self'
WITH a, doc, r ORDER BY doc.first_run, doc.id, r.start, r.key
WITH a, collect({run: doc.first_run, synthetic: doc.synthetic, id: doc.id, quote: r.quote, start: r.start, end: r.end})[0] AS first
WHERE NOT EXISTS {
  MATCH (a)<-[c:CITES]-(:Provision)<-[:HAS_PROVISION]-(old:Document)
  WHERE c.relation <> 'self' AND old.first_run < $since
}
RETURN '2' AS kind, a.key AS key, first.run AS run, first.synthetic AS synthetic, first.id AS document,
       first.quote AS quote, first.start AS start, first.end AS end
ORDER BY key

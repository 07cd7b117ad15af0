// name: charging_provinces(id)
// returns: province, first_on, tasks, documents, synthetic
// The provinces whose documents charge a body or its instances with tasks, the first one first.
MATCH (b:Body {id: $id})
OPTIONAL MATCH (i:Body)-[:INSTANCE_OF]->(b)
WITH b, collect(i) AS instances
UNWIND instances + [b] AS body
MATCH (body)<-[r:ASSIGNS]-(:Provision)<-[:HAS_PROVISION]-(doc:Document)-[:ISSUED_IN]->(p:Province)
RETURN p.code AS province, min(doc.issued_on) AS first_on, count(DISTINCT r.key) AS tasks,
       count(DISTINCT doc.id) AS documents, max(CASE WHEN doc.synthetic THEN 1 ELSE 0 END) AS synthetic
ORDER BY coalesce(first_on, '9999'), province

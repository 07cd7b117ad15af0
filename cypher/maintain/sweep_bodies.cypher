// name: sweep_bodies()
// Instances and local bodies that nothing names any more.
MATCH (b:Body)
WHERE b.level IS NULL AND NOT EXISTS { (b)<-[:ISSUED_BY|ADDRESSED_TO|SENT_TO|ASSIGNS|NAMES|REJECTED]-() }
DETACH DELETE b

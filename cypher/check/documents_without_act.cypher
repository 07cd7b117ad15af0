// name: documents_without_act()
// returns: id
// Documents that are the text of no act.
MATCH (d:Document) WHERE NOT EXISTS { (d)-[:TEXT_OF]->(:Directive) }
RETURN d.id AS id ORDER BY id LIMIT 100

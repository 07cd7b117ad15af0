// name: keys_by_serial(serial, doc_type)
// returns: key
// Acts by type word and bare number: "Chỉ thị 16".
MATCH (d:Directive) WHERE d.serial = $serial AND toLower(d.doc_type) = $doc_type
RETURN d.key AS key ORDER BY key

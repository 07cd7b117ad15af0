// name: bases_of_document(id)
// returns: number_basis, date_basis, province_basis
// What a document's own number, date and province rest on.
MATCH (d:Document {id: $id})
OPTIONAL MATCH (d)-[t:TEXT_OF]->(:Directive)
OPTIONAL MATCH (d)-[i:ISSUED_IN]->(:Province)
RETURN t.number_basis AS number_basis, t.date_basis AS date_basis, i.basis AS province_basis
LIMIT 1

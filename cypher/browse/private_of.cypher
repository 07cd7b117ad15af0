// name: private_of(ids)
// returns: id, private
// Of documents in which private persons are named, the stretches of the text that tell who they are.
UNWIND $ids AS id
MATCH (d:Document {id: id})
WHERE d.private <> '[]'
RETURN d.id AS id, d.private AS private

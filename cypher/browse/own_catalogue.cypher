// name: own_catalogue()
// returns: catalogue
// The acts that a person added to the catalogue, as JSON.
MATCH (s:Dataset {id: 'dataset'})
RETURN s.catalogue AS catalogue

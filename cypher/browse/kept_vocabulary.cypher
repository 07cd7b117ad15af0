// name: kept_vocabulary()
// returns: sha256, name, own, catalogue
// The vocabulary that the graph was made with: its hash and name, the texts of the files that are not built in,
// and the acts that a person added to the catalogue, both as JSON.
MATCH (s:Dataset {id: 'dataset'})
RETURN s.vocabulary AS sha256, s.vocabulary_name AS name, s.vocabulary_own AS own, s.catalogue AS catalogue

// name: export_state()
// returns: props
// All that is recorded of the whole: its version, the vocabulary, the run that changed it last.
MATCH (s:Dataset {id: 'dataset'})
RETURN properties(s) AS props

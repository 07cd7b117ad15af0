// name: set_dataset(props)
// Records the state of the whole.
MERGE (s:Dataset {id: 'dataset'})
SET s += $props

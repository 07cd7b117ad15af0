// name: state_of_derived()
// returns: version, unfinished, derived
// Whether what is derived may be relied on: in which form it was kept, and whether an ingest is under way.
MATCH (s:Dataset {id: 'dataset'})
RETURN s.version AS version, s.unfinished AS unfinished, s.derived AS derived

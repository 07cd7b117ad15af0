// name: dataset()
// returns: version, vocabulary, unfinished, thresholds, run, moves
// The state of the whole: its version, the vocabulary it was made with, whether an ingest was cut short, the
// thresholds of reuse, the last run that changed something, and how often documents were found elsewhere.
MATCH (s:Dataset {id: 'dataset'})
RETURN s.version AS version, s.vocabulary AS vocabulary, s.unfinished AS unfinished,
       s.thresholds AS thresholds, s.run AS run, s.moves AS moves

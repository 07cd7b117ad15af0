// name: dataset()
// returns: version, vocabulary, unfinished, thresholds
// The state of the whole: its version, the vocabulary it was made with, whether an ingest was cut short, and
// the thresholds of reuse.
MATCH (s:Dataset {id: 'dataset'})
RETURN s.version AS version, s.vocabulary AS vocabulary, s.unfinished AS unfinished,
       s.thresholds AS thresholds

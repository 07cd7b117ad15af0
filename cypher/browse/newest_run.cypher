// name: newest_run()
// returns: run
// The last run that brought a document which is here.
MATCH (d:Document)
RETURN max(d.first_run) AS run

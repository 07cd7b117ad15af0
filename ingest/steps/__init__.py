"""The steps of an ingest on the store: each brings one part of the graph up to date."""

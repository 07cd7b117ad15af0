"""The extractors for people who work in spaCy. Imported by spaCy only."""

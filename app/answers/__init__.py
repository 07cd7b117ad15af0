"""A question -> a typed answer: echoes, comparison, provenance, what is held. No HTTP, no rendering here."""

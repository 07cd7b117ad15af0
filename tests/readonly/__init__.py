"""Cypher of other people: what is refused, what is answered, and that nothing changes."""

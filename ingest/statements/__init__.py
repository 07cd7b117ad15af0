"""What a document states, as the relationships that carry it."""

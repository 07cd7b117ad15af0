"""Finding documents, provisions and acts by words and numbers."""

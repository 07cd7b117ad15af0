"""The document's own data (thể thức văn bản): the head, the signing block, the abstract."""
